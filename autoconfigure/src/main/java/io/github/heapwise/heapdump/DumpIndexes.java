package io.github.heapwise.heapdump;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

import io.github.heapwise.heapgraph.HeapIndexer;
import io.github.heapwise.heapgraph.HeapTotals;
import io.github.heapwise.heapview.HeapReports;
import io.github.heapwise.heapview.IndexedHeapViews;
import org.jspecify.annotations.Nullable;

/**
 * The indexes that lie beside dumps, and go with them. What is in one is read once.
 * Thread-safe.
 */
final class DumpIndexes {

	private static final int MAX_REMEMBERED = 1000;

	// The dump of one name is always the same.
	private final Map<Path, HeapTotals> totalsByDump = new LinkedHashMap<>();

	/**
	 * Look at the index of a dump. A millisecond the first time.
	 * @param dump the dump
	 * @return what the dump has, {@code null} if it has no index that can be used
	 */
	synchronized @Nullable HeapTotals totals(Path dump) {
		if (!Files.isDirectory(beside(dump, DumpFiles.INDEX), LinkOption.NOFOLLOW_LINKS)) {
			this.totalsByDump.remove(dump);
			return null;
		}
		HeapTotals known = this.totalsByDump.get(dump);
		return (known != null) ? known : read(dump);
	}

	/**
	 * Remove what was found to be damaged.
	 * @param dump the dump
	 */
	synchronized void discard(Path dump) {
		delete(dump);
		this.totalsByDump.remove(dump);
	}

	/**
	 * Return what the index of a dump takes on the disk.
	 * @param dump the dump
	 * @return bytes, 0 if there is none
	 */
	static long bytes(Path dump) {
		long bytes = 0;
		try (DirectoryStream<Path> files = Files.newDirectoryStream(beside(dump, DumpFiles.INDEX))) {
			for (Path file : files) {
				bytes += Files.size(file);
			}
		}
		catch (IOException | DirectoryIteratorException ex) {
			// None, or it is being removed: the next answer will be right.
		}
		return bytes;
	}

	/**
	 * Remove the index of a dump, also one that is not finished. What cannot be removed
	 * stays until somebody looks for leftovers.
	 * @param dump the dump, which need not be there any more
	 */
	static void delete(Path dump) {
		try {
			HeapIndexer.delete(dump);
		}
		catch (IOException ex) {
			// as said
		}
	}

	private @Nullable HeapTotals read(Path dump) {
		try (IndexedHeapViews views = IndexedHeapViews.open(dump, false)) {
			if (!HeapReports.areWritten(dump)) {
				return null;
			}
			if (this.totalsByDump.size() >= MAX_REMEMBERED) {
				this.totalsByDump.remove(this.totalsByDump.keySet().iterator().next());
			}
			this.totalsByDump.put(dump, views.totals());
			return views.totals();
		}
		catch (IOException | RuntimeException ex) {
			// Damaged, or of another version: the next analysis replaces it.
			return null;
		}
	}

	private static Path beside(Path dump, String suffix) {
		return dump.resolveSibling(dump.getFileName() + suffix);
	}

}
