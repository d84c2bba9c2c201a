package io.github.heapwise.heapview;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/**
 * Divides hashed texts by their hash, so that those of a part can be compared within a
 * little heap whatever their number. Written to a file that vanishes when it is closed,
 * 16 bytes a text, in chunks of one part each. 10 ns a text.
 * <p>
 * For one thread.
 */
final class TextPartitions implements Closeable {

	private static final int TEXTS_OF_PART = 100_000;

	private static final int MAX_PARTS = 1024;

	private static final int CHUNK_BYTES = 4096;

	private static final int TEXT_BYTES = 16;

	private final FileChannel file;

	private final ByteBuffer[] chunks;

	// Of which part each chunk of the file is.
	private short[] parts = new short[64];

	private int written;

	/**
	 * Start without any text.
	 * @param directory where the file may be
	 * @param texts how many there will be about
	 */
	TextPartitions(Path directory, long texts) throws IOException {
		long parts = Math.min(MAX_PARTS, Long.highestOneBit(2 * (texts / TEXTS_OF_PART) + 1));
		this.chunks = new ByteBuffer[(int) parts];
		Arrays.setAll(this.chunks, (part) -> ByteBuffer.allocate(CHUNK_BYTES));
		this.file = FileChannel.open(directory.resolve("texts.part"), StandardOpenOption.CREATE,
				StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.READ, StandardOpenOption.WRITE,
				StandardOpenOption.DELETE_ON_CLOSE);
	}

	/**
	 * Add a text.
	 * @param hash hash of the text
	 * @param words size of the array in words of 8 bytes
	 * @param string number of the string
	 */
	void add(long hash, int words, int string) throws IOException {
		int part = (int) (hash >>> 32) & (this.chunks.length - 1);
		ByteBuffer chunk = this.chunks[part];
		chunk.putLong(hash).putInt(words).putInt(string);
		if (!chunk.hasRemaining()) {
			write(part, chunk);
		}
	}

	int count() {
		return this.chunks.length;
	}

	/**
	 * Count the texts of a part, in the order they were added.
	 * @param part number of the part
	 * @param copies what counts them
	 */
	void count(int part, TextCopies copies) throws IOException {
		ByteBuffer chunk = ByteBuffer.allocate(CHUNK_BYTES);
		for (int i = 0; i < this.written; i++) {
			if (this.parts[i] == part) {
				read(i, chunk);
				count(chunk.flip(), copies);
			}
		}
		count(this.chunks[part].duplicate().flip(), copies);
	}

	@Override
	public void close() throws IOException {
		this.file.close();
	}

	private static void count(ByteBuffer texts, TextCopies copies) {
		while (texts.remaining() >= TEXT_BYTES) {
			copies.add(texts.getLong(), texts.getInt(), texts.getInt());
		}
	}

	private void write(int part, ByteBuffer chunk) throws IOException {
		if (this.written == this.parts.length) {
			this.parts = Arrays.copyOf(this.parts, 2 * this.written);
		}
		this.parts[this.written] = (short) part;
		long at = (long) CHUNK_BYTES * this.written++;
		for (ByteBuffer rest = chunk.flip(); rest.hasRemaining();) {
			this.file.write(rest, at + rest.position());
		}
		chunk.clear();
	}

	private void read(int number, ByteBuffer chunk) throws IOException {
		long at = (long) CHUNK_BYTES * number;
		chunk.clear();
		while (chunk.hasRemaining() && this.file.read(chunk, at + chunk.position()) >= 0) {
			// Reads on until the chunk is full.
		}
	}

}
