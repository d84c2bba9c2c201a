package io.github.heapwise.heapgraph;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

import io.github.heapwise.hprof.CancelSignal;
import io.github.heapwise.hprof.HprofFile;
import io.github.heapwise.hprof.MalformedDumpException;

/**
 * Uncompresses dumps: objects are looked up anywhere in them.
 */
final class Uncompressed {

	private static final int BUFFER_BYTES = 1 << 18;

	// A few bytes can stand for thousands.
	private static final long MIN_FREE_BYTES = 512L << 20;

	private Uncompressed() {
	}

	/**
	 * Write a dump as it was before it was compressed, as far as it goes.
	 * @param dump the compressed dump
	 * @param target where to
	 * @param cancel asked once per {@code 256 KB}
	 * @return the dump, uncompressed
	 */
	static HprofFile write(HprofFile dump, Path target, CancelSignal cancel) throws IOException {
		try (InputStream in = new GZIPInputStream(Files.newInputStream(dump.path()), BUFFER_BYTES);
				OutputStream out = Files.newOutputStream(target)) {
			copy(in, out, dump, target, cancel);
		}
		return HprofFile.open(target);
	}

	private static void copy(InputStream in, OutputStream out, HprofFile dump, Path target, CancelSignal cancel)
			throws IOException {
		byte[] buffer = new byte[BUFFER_BYTES];
		long written = 0;
		for (int read = read(in, buffer, dump, written); read >= 0; read = read(in, buffer, dump, written)) {
			cancel.check();
			if (Files.getFileStore(target.toAbsolutePath().getParent()).getUsableSpace() < MIN_FREE_BYTES) {
				throw new IOException(
						"Heap dump '%s' not analysed: less than %d MB would be left on the disk once it is uncompressed"
							.formatted(dump.name(), MIN_FREE_BYTES >> 20));
			}
			out.write(buffer, 0, read);
			written += read;
		}
	}

	private static int read(InputStream in, byte[] buffer, HprofFile dump, long offset) throws IOException {
		try {
			return in.read(buffer);
		}
		catch (EOFException ex) {
			return -1;
		}
		catch (ZipException ex) {
			throw new MalformedDumpException(dump.name(), offset,
					"compressed data is damaged (" + ex.getMessage() + ")");
		}
	}

}
