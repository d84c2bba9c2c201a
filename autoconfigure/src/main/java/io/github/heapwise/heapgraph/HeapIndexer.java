package io.github.heapwise.heapgraph;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.DoubleConsumer;

import io.github.heapwise.hprof.CancelSignal;
import io.github.heapwise.hprof.HprofFile;

/**
 * Builds the index of a heap dump beside it. Reads the dump twice and takes some 10 CPU
 * seconds a GB, 32 MB of Java heap and for a while about 100 bytes of disk an object, of
 * which 40 remain.
 */
public final class HeapIndexer {

	private HeapIndexer() {
	}

	/**
	 * Build the index, unless there is one. Only one may be built for a dump at the same
	 * time. Whatever goes wrong, nothing but a complete index remains.
	 * @param dump the dump
	 * @param threads how many threads to use, 1 or 2; two are done sooner, but if they
	 * are hyperthreads of one core take up to half as much CPU time more
	 * @param cancel asked once per {@code 256 KB} that is read, once per million objects
	 * while they are walked, and after every step
	 * @param progress told how much is done, from 0 to 1, on any thread
	 * @throws io.github.heapwise.hprof.MalformedDumpException if the dump contradicts
	 * itself or its format
	 * @throws IOException if it is too large, cannot be read, or there is no room
	 * @throws java.util.concurrent.CancellationException if cancelled
	 */
	public static void index(Path dump, int threads, CancelSignal cancel, DoubleConsumer progress) throws IOException {
		HprofFile file = HprofFile.open(dump);
		if (IndexDirectory.find(file) != null) {
			return;
		}
		try (IndexDirectory directory = IndexDirectory.create(file, cancel)) {
			new IndexBuild(directory, threads, new Progress(cancel, progress)).run();
		}
		catch (InternalError ex) {
			// How the JVM reports that a mapped page could not be written.
			throw new IOException("Heap dump '%s' not analysed: the disk is full".formatted(file.name()), ex);
		}
	}

	/**
	 * Remove the index of a dump, if there is one, and what is left of an attempt to
	 * build one.
	 * @param dump the dump, which need not be there any more
	 */
	public static void delete(Path dump) throws IOException {
		IndexDirectory.deleteAll(dump);
	}

}
