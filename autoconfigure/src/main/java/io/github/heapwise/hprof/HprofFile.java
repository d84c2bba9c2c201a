package io.github.heapwise.hprof;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * A heap dump in a file, compressed by gzip or not. Holds no resource and may be used
 * from any thread.
 */
public final class HprofFile {

	private static final int GZIP_MAGIC = 0x1F8B;

	private static final int GZIP_BUFFER_BYTES = 64 * 1024;

	private final Path path;

	private final String name;

	private final long fileBytes;

	private final FileTime modified;

	private final boolean compressed;

	private final HprofHeader header;

	private HprofFile(Path path) throws IOException {
		this.path = path;
		this.name = String.valueOf(path.getFileName());
		BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
		this.fileBytes = attributes.size();
		this.modified = attributes.lastModifiedTime();
		this.compressed = isCompressed(path);
		try (HprofInput input = input(CancelSignal.NEVER)) {
			this.header = HprofHeader.read(input, this.name);
		}
	}

	/**
	 * Look at the start of a file.
	 * @param path the file
	 * @return the dump
	 * @throws MalformedDumpException if it does not start like a heap dump
	 */
	public static HprofFile open(Path path) throws IOException {
		return new HprofFile(path);
	}

	public Path path() {
		return this.path;
	}

	/**
	 * Return how messages call the dump.
	 * @return name of the file without its directory
	 */
	public String name() {
		return this.name;
	}

	public HprofHeader header() {
		return this.header;
	}

	/**
	 * Return whether the dump has to be uncompressed to be read: then parts of it cannot
	 * be reached but through all that is before them.
	 * @return whether it is compressed
	 */
	public boolean compressed() {
		return this.compressed;
	}

	/**
	 * Return the size of the file.
	 * @return bytes as stored, so those after compression
	 */
	public long fileBytes() {
		return this.fileBytes;
	}

	/**
	 * Read the whole dump.
	 * @param cancel asked once per {@code 256 KB}
	 * @return a reader before the first record
	 * @throws IOException if the file has changed since it was opened, or cannot be read
	 */
	public HprofReader read(CancelSignal cancel) throws IOException {
		return read(new HprofRange(HprofPosition.FIRST, endOfDump()), cancel);
	}

	/**
	 * Read a part of the dump.
	 * @param range the part
	 * @param cancel asked once per {@code 256 KB}
	 * @return a reader before the first record of the part
	 * @throws IOException if the file has changed since it was opened, or cannot be read
	 */
	public HprofReader read(HprofRange range, CancelSignal cancel) throws IOException {
		HprofInput input = input(cancel);
		try {
			requireUnchanged();
			input.setIdBytes(this.header.idBytes());
			input.skip(range.from().offset());
			return new HprofReader(input, this.name, this.header, range, range.to() == endOfDump());
		}
		catch (IOException | RuntimeException ex) {
			input.close();
			throw ex;
		}
	}

	/**
	 * Divide the dump into ranges that can be read at the same time, at records outside
	 * of heap segments. Seeks from segment to segment, about 1,000 times a GB.
	 * @param minBytes least size of a range but the last; the larger, the fewer ranges
	 * @param cancel asked once per {@code 256 KB}
	 * @return all ranges in their order
	 * @throws MalformedDumpException if the dump contradicts itself or its format
	 */
	public List<HprofRange> split(long minBytes, CancelSignal cancel) throws IOException {
		List<HprofRange> ranges = new ArrayList<>();
		HprofPosition start = HprofPosition.FIRST;
		try (HprofReader reader = read(cancel)) {
			for (HprofElement element = reader.next(); element != null; element = reader.next()) {
				if (reader.recordOffset() - start.offset() >= minBytes) {
					ranges.add(new HprofRange(start, reader.recordOffset()));
					start = reader.recordPosition();
				}
				if (element == HprofElement.SEGMENT) {
					reader.skipSegment();
				}
			}
		}
		ranges.add(new HprofRange(start, endOfDump()));
		return ranges;
	}

	private long endOfDump() {
		return this.compressed ? Long.MAX_VALUE : this.fileBytes;
	}

	private void requireUnchanged() throws IOException {
		BasicFileAttributes attributes = Files.readAttributes(this.path, BasicFileAttributes.class);
		if (attributes.size() != this.fileBytes || !attributes.lastModifiedTime().equals(this.modified)) {
			throw new IOException("Heap dump '%s' has changed while it was read: %d bytes now, %d before. Read it again"
				.formatted(this.name, attributes.size(), this.fileBytes));
		}
	}

	private HprofInput input(CancelSignal cancel) throws IOException {
		InputStream file = Files.newInputStream(this.path);
		try {
			return new HprofInput(this.name, this.compressed ? new GZIPInputStream(file, GZIP_BUFFER_BYTES) : file,
					!this.compressed, cancel);
		}
		catch (EOFException | ZipException ex) {
			file.close();
			throw new MalformedDumpException(this.name, 0, "it starts like compressed data, but is none");
		}
	}

	private static boolean isCompressed(Path path) throws IOException {
		try (InputStream start = new BufferedInputStream(Files.newInputStream(path), 2)) {
			return (start.read() << 8 | start.read()) == GZIP_MAGIC;
		}
	}

}
