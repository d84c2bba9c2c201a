package io.github.heapwise.hprof;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

import org.jspecify.annotations.Nullable;

/**
 * A heap dump without its contents: every primitive field, static and array is zero, and
 * so is every text that does not name a class, a field or a frame of a stack. Classes,
 * objects, references, sizes and lengths of arrays stay, each at its place in the file,
 * so that any part of the redacted dump can be had without the rest. A text that names
 * something stays even if it is a string literal as well.
 * <p>
 * Creating one reads the dump once, for names of threads three times: half a CPU second
 * per GB each. A stream reads it once more and takes one. Keeps 13 MB of heap for 50,000
 * classes with four fields each, a stream 256 KB. May be used from any thread, and by
 * several at the same time.
 */
public final class Redaction {

	private final HprofFile file;

	private final RedactionPlan plan;

	private Redaction(HprofFile file, RedactionPlan plan) {
		this.file = file;
		this.plan = plan;
	}

	/**
	 * Find out what is to be redacted.
	 * @param dump the dump, compressed by gzip or not
	 * @param settings what stays
	 * @param cancel asked once per {@code 256 KB}
	 * @return the redaction
	 * @throws MalformedDumpException if the file is no heap dump or a damaged one
	 * @throws java.util.concurrent.CancellationException with the reason of the signal
	 */
	public static Redaction of(Path dump, RedactionSettings settings, CancelSignal cancel) throws IOException {
		HprofFile file = HprofFile.open(dump);
		return new Redaction(file, new RedactionScan(file, settings, cancel).scan());
	}

	/**
	 * Return the size of the redacted dump: that of the dump itself, uncompressed; up to
	 * its last whole record if it is truncated.
	 * @return bytes
	 */
	public long size() {
		return this.plan.bytes();
	}

	/**
	 * Return what the dump misses at its end.
	 * @return the truncation, {@code null} if the dump is whole
	 */
	public @Nullable Truncation truncation() {
		return this.plan.truncation();
	}

	/**
	 * Read the redacted dump.
	 * @param cancel asked once per {@code 256 KB}
	 * @return {@link #size()} bytes, uncompressed. Skipping does not read what is skipped
	 * unless the dump is compressed
	 * @throws IOException if the dump has changed since, or cannot be read
	 */
	public InputStream newInputStream(CancelSignal cancel) throws IOException {
		return new RedactedInputStream(this.file, this.plan, cancel);
	}

	/**
	 * Write the redacted dump to a new file that only its owner can read. The file is
	 * deleted if that fails.
	 * @param target the file, which must not exist
	 * @param cancel asked once per {@code 256 KB}
	 */
	public void writeTo(Path target, CancelSignal cancel) throws IOException {
		Files.createFile(target, ownerOnly(target));
		try (InputStream redacted = newInputStream(cancel);
				OutputStream out = Files.newOutputStream(target, StandardOpenOption.WRITE)) {
			redacted.transferTo(out);
		}
		catch (IOException | RuntimeException ex) {
			Files.deleteIfExists(target);
			throw ex;
		}
	}

	private static FileAttribute<?>[] ownerOnly(Path target) {
		boolean posix = target.getFileSystem().supportedFileAttributeViews().contains("posix");
		return posix
				? new FileAttribute<?>[] {
						PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")) }
				: new FileAttribute<?>[0];
	}

}
