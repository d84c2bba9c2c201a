package io.github.heapwise.heapgraph;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.TreeMap;

import io.github.heapwise.hprof.CancelSignal;
import io.github.heapwise.hprof.HprofFile;
import org.jspecify.annotations.Nullable;

/**
 * The directory beside a dump that its index is in, {@code <dump>.hwi}. Built under
 * another name, so that it is there only when it is complete.
 */
final class IndexDirectory implements Closeable {

	/**
	 * Name of the uncompressed dump, if the dump is compressed.
	 */
	static final String DUMP = "dump";

	private static final String SUFFIX = ".hwi";

	private static final String PART_SUFFIX = ".hwi.part";

	private static final long MIN_FREE_BYTES = 64 << 20;

	private final HprofFile original;

	private final Path part;

	private final WorkFiles files;

	private final HprofFile dump;

	private IndexDirectory(HprofFile original, CancelSignal cancel) throws IOException {
		this.original = original;
		this.part = beside(original.path(), PART_SUFFIX);
		delete(this.part);
		Files.createDirectory(this.part, ownerOnly(this.part));
		this.files = new WorkFiles(this.part);
		try {
			this.dump = original.compressed() ? Uncompressed.write(original, this.part.resolve(DUMP), cancel)
					: original;
		}
		catch (IOException | RuntimeException ex) {
			close();
			throw ex;
		}
	}

	/**
	 * Start to build an index, after removing any that is there.
	 * @param dump the dump
	 * @param cancel asked while the dump is uncompressed
	 * @return an empty directory that vanishes when closed
	 */
	static IndexDirectory create(HprofFile dump, CancelSignal cancel) throws IOException {
		delete(of(dump.path()));
		return new IndexDirectory(dump, cancel);
	}

	/**
	 * Return where the index of a dump is.
	 * @param dump the dump
	 * @return the directory, there or not
	 */
	static Path of(Path dump) {
		return beside(dump, SUFFIX);
	}

	/**
	 * Look for a complete index of a dump.
	 * @param dump the dump
	 * @return its header, {@code null} if there is none, or one of what the dump was
	 * before
	 */
	static @Nullable IndexHeader find(HprofFile dump) throws IOException {
		IndexHeader header = IndexHeader.read(of(dump.path()));
		return (header != null && header.source().equals(source(dump))) ? header : null;
	}

	/**
	 * Remove everything about a dump but itself.
	 * @param dump the dump
	 */
	static void deleteAll(Path dump) throws IOException {
		delete(beside(dump, SUFFIX));
		delete(beside(dump, PART_SUFFIX));
	}

	/**
	 * Remove an index, if there is one.
	 * @param directory where it is
	 */
	static void delete(Path directory) throws IOException {
		if (Files.isDirectory(directory, LinkOption.NOFOLLOW_LINKS)) {
			try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory)) {
				for (Path entry : entries) {
					Files.delete(entry);
				}
			}
		}
		Files.deleteIfExists(directory);
	}

	WorkFiles files() {
		return this.files;
	}

	/**
	 * Return the dump to read.
	 * @return the dump, not compressed
	 */
	HprofFile dump() {
		return this.dump;
	}

	/**
	 * Refuse what there is no room for.
	 * @param bytes what will be written
	 */
	void requireSpace(long bytes) throws IOException {
		long free = Files.getFileStore(this.part).getUsableSpace();
		if (free < bytes + MIN_FREE_BYTES) {
			throw new IOException("Heap dump '%s' not analysed: %d MB free beside it, about %d MB needed"
				.formatted(this.original.name(), free >> 20, (bytes + MIN_FREE_BYTES) >> 20));
		}
	}

	/**
	 * Make the index be there.
	 * @param numbers numbers about it
	 * @param truncation how the dump ends too early, or an empty text
	 */
	void complete(Map<String, Long> numbers, String truncation) throws IOException {
		this.files.force();
		this.files.close();
		Map<String, Long> lengths = new TreeMap<>();
		try (DirectoryStream<Path> entries = Files.newDirectoryStream(this.part)) {
			for (Path entry : entries) {
				lengths.put(entry.getFileName().toString(), Files.size(entry));
			}
		}
		new IndexHeader(source(this.original), numbers, truncation, lengths).write(this.part);
		Files.move(this.part, of(this.original.path()), StandardCopyOption.ATOMIC_MOVE);
	}

	@Override
	public void close() throws IOException {
		this.files.close();
		delete(this.part);
	}

	private static Path beside(Path dump, String suffix) {
		return dump.resolveSibling(dump.getFileName() + suffix);
	}

	// The directory a dump is in may be one that others may read, as a dump is not.
	private static FileAttribute<?>[] ownerOnly(Path path) {
		return path.getFileSystem().supportedFileAttributeViews().contains("posix")
				? new FileAttribute<?>[] {
						PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")) }
				: new FileAttribute<?>[0];
	}

	private static IndexHeader.Source source(HprofFile dump) throws IOException {
		return new IndexHeader.Source(dump.fileBytes(), Files.getLastModifiedTime(dump.path()).toMillis(),
				dump.header().time().toEpochMilli());
	}

}
