package io.github.heapwise.heapdump;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

import io.github.heapwise.hprof.CancelSignal;
import org.jspecify.annotations.Nullable;

/**
 * Makes a written file a finished dump: takes the values out if none are to be kept, and
 * adds it to the others.
 */
final class DumpCompletion {

	private final DumpCatalog catalog;

	private final @Nullable DumpRedactor redactor;

	/**
	 * Create it.
	 * @param catalog where finished dumps are
	 * @param redactor takes values out, {@code null} to keep them
	 */
	DumpCompletion(DumpCatalog catalog, @Nullable DumpRedactor redactor) {
		this.catalog = catalog;
		this.redactor = redactor;
	}

	boolean isRedacting() {
		return this.redactor != null;
	}

	/**
	 * Add a dump.
	 * @param stored what is known of it
	 * @param raw the written file; gone afterwards unless it was redacted
	 * @param files names in its directory
	 * @param cancel asked after each 64 KB
	 * @throws IOException if that fails; then there is no dump
	 */
	void complete(StoredDump stored, Path raw, DumpFiles files, CancelSignal cancel) throws IOException {
		Path finished = raw;
		if (this.redactor != null) {
			finished = files.temporary(stored.id(), "redacted");
			redact(this.redactor, raw, finished, cancel);
		}
		cancel.check();
		this.catalog.add(stored, finished);
	}

	private static void redact(DumpRedactor redactor, Path raw, Path target, CancelSignal cancel) throws IOException {
		RedactedDump redacted = Redactions.whole(redactor.redact(raw, cancel), raw);
		Files.createFile(target, OwnFiles.fileAttributes(target));
		byte[] buffer = new byte[1 << 16];
		try (InputStream in = redacted.open(); OutputStream out = Files.newOutputStream(target)) {
			for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
				out.write(buffer, 0, read);
				cancel.check();
			}
		}
	}

}
