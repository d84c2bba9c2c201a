package io.github.heapwise.heapgraph;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;

import org.jspecify.annotations.Nullable;

/**
 * What says that an index is complete and of which dump it is; written last.
 *
 * @param source the dump
 * @param numbers numbers about the index by their names
 * @param truncation how the dump ends too early, empty if it does not
 * @param lengths sizes of all files in bytes by their names
 */
record IndexHeader(Source source, Map<String, Long> numbers, String truncation, Map<String, Long> lengths) {

	static final String FILE = "header";

	private static final int MAGIC = 0x48574958;

	private static final int VERSION = 2;

	private static final int MAX_ENTRIES = 64;

	/**
	 * Write to a file.
	 * @param directory where to
	 */
	void write(Path directory) throws IOException {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		DataOutputStream out = new DataOutputStream(bytes);
		out.writeInt(MAGIC);
		out.writeInt(VERSION);
		out.writeLong(this.source.bytes());
		out.writeLong(this.source.modifiedMillis());
		out.writeLong(this.source.takenMillis());
		writeMap(this.numbers, out);
		out.writeUTF(this.truncation);
		writeMap(this.lengths, out);
		out.writeLong(checksum(bytes.toByteArray(), bytes.size()));
		Files.write(directory.resolve(FILE), bytes.toByteArray());
	}

	/**
	 * Read from a file and look whether all others are there.
	 * @param directory where from
	 * @return the header, {@code null} if the index is not complete, damaged, or written
	 * by another version
	 */
	static @Nullable IndexHeader read(Path directory) throws IOException {
		Path file = directory.resolve(FILE);
		if (!Files.isRegularFile(file)) {
			return null;
		}
		byte[] bytes = Files.readAllBytes(file);
		DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
		boolean known = bytes.length > 2 * Integer.BYTES && in.readInt() == MAGIC && in.readInt() == VERSION;
		int body = bytes.length - Long.BYTES;
		if (!known || new DataInputStream(new ByteArrayInputStream(bytes, body, Long.BYTES))
			.readLong() != checksum(bytes, body)) {
			return null;
		}
		Source source = new Source(in.readLong(), in.readLong(), in.readLong());
		IndexHeader header = new IndexHeader(source, readMap(in), in.readUTF(), readMap(in));
		return header.isComplete(directory) ? header : null;
	}

	long number(String name) {
		return this.numbers.getOrDefault(name, 0L);
	}

	int integer(String name) {
		return (int) number(name);
	}

	private boolean isComplete(Path directory) throws IOException {
		for (Map.Entry<String, Long> entry : this.lengths.entrySet()) {
			Path file = directory.resolve(entry.getKey());
			if (!Files.isRegularFile(file) || Files.size(file) != entry.getValue()) {
				return false;
			}
		}
		return true;
	}

	private static void writeMap(Map<String, Long> map, DataOutputStream out) throws IOException {
		out.writeInt(map.size());
		for (Map.Entry<String, Long> entry : map.entrySet()) {
			out.writeUTF(entry.getKey());
			out.writeLong(entry.getValue());
		}
	}

	private static Map<String, Long> readMap(DataInputStream in) throws IOException {
		Map<String, Long> map = new LinkedHashMap<>();
		int size = Math.min(MAX_ENTRIES, in.readInt());
		for (int i = 0; i < size; i++) {
			map.put(in.readUTF(), in.readLong());
		}
		return map;
	}

	private static long checksum(byte[] bytes, int length) {
		CRC32 checksum = new CRC32();
		checksum.update(bytes, 0, length);
		return checksum.getValue();
	}

	/**
	 * What tells a dump from others.
	 *
	 * @param bytes size of the file
	 * @param modifiedMillis when it was written last
	 * @param takenMillis when it was taken, as it says itself
	 */
	record Source(long bytes, long modifiedMillis, long takenMillis) {

	}

}
