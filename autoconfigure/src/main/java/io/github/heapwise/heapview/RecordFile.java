package io.github.heapwise.heapview;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.zip.CRC32;

import org.jspecify.annotations.Nullable;

/**
 * A record in a file, see {@link RecordCodec} for what it may consist of. The file says
 * of which shape the record is, so that one written by another version is refused and not
 * misread, and nothing in it is believed before its checksum was.
 */
final class RecordFile {

	/**
	 * Raised when the same shape comes to mean something else.
	 */
	private static final int VERSION = 1;

	private static final int MAX_BYTES = 16 << 20;

	// u4 magic, u4 version, u8 shape, u8 checksum of the rest
	private static final int HEADER_BYTES = 24;

	private static final int MAGIC = 0x48575250;

	private static final String PART_SUFFIX = ".part";

	private RecordFile() {
	}

	/**
	 * Write a record. There is either all of it afterwards or what was there before.
	 * @param file where to
	 * @param value the record
	 */
	static void write(Path file, Record value) throws IOException {
		RecordCodec codec = new RecordCodec();
		byte[] body = codec.encode(value);
		if (body.length > MAX_BYTES) {
			throw new IOException("'%s' not written: %d bytes, at most %d are allowed".formatted(file.getFileName(),
					body.length, MAX_BYTES));
		}
		ByteBuffer bytes = ByteBuffer.allocate(HEADER_BYTES + body.length);
		bytes.putInt(MAGIC).putInt(VERSION).putLong(RecordShape.of(value.getClass())).putLong(checksum(body));
		bytes.put(body);
		Path part = file.resolveSibling(file.getFileName() + PART_SUFFIX);
		Files.write(part, bytes.array());
		Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
	}

	/**
	 * Return whether a record can be expected to be readable: whether its file is there
	 * and was written for records of this shape.
	 * @param file where it is
	 * @param type its type
	 * @return whether to read it or to write it again
	 */
	static boolean isWritten(Path file, Class<? extends Record> type) throws IOException {
		if (!Files.isRegularFile(file) || Files.size(file) < HEADER_BYTES) {
			return false;
		}
		return isOfShape(bytes(file), type);
	}

	/**
	 * Read a record.
	 * @param <R> the type of the record
	 * @param file where it is
	 * @param type its type
	 * @return the record
	 * @throws IOException if it is not there, damaged, or of another version
	 */
	static <R extends Record> R read(Path file, Class<R> type) throws IOException {
		ByteBuffer bytes = bytes(file);
		if (bytes.remaining() < HEADER_BYTES || !isOfShape(bytes, type)) {
			throw unreadable(file, "written by another version", null);
		}
		try {
			return new RecordCodec().decode(bytes.position(HEADER_BYTES), type);
		}
		catch (BufferUnderflowException | IllegalArgumentException ex) {
			throw unreadable(file, "damaged", ex);
		}
	}

	private static boolean isOfShape(ByteBuffer bytes, Class<? extends Record> type) {
		boolean known = bytes.getInt(0) == MAGIC && bytes.getInt(4) == VERSION;
		return known && bytes.getLong(8) == RecordShape.of(type) && bytes.getLong(16) == checksum(bytes);
	}

	private static ByteBuffer bytes(Path file) throws IOException {
		if (Files.size(file) > HEADER_BYTES + MAX_BYTES) {
			throw unreadable(file, "too large", null);
		}
		return ByteBuffer.wrap(Files.readAllBytes(file));
	}

	private static long checksum(ByteBuffer bytes) {
		CRC32 checksum = new CRC32();
		checksum.update(bytes.duplicate().position(HEADER_BYTES));
		return checksum.getValue();
	}

	private static long checksum(byte[] body) {
		CRC32 checksum = new CRC32();
		checksum.update(body);
		return checksum.getValue();
	}

	private static IOException unreadable(Path file, String problem, @Nullable Exception cause) {
		return new IOException(
				"'%s' of a heap dump is %s. Analyse the dump again".formatted(file.getFileName(), problem), cause);
	}

}
