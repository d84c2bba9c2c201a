package io.github.heapwise.endpoint;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;

/**
 * Parts of a file, in their order, with text between them. What lies between them is
 * skipped.
 */
final class ExtractInputStream extends InputStream {

	private final InputStream file;

	private final Iterator<Piece> pieces;

	private ByteBuffer text = ByteBuffer.allocate(0);

	private long position;

	// bytes of the file that the piece still has
	private long remaining;

	ExtractInputStream(InputStream file, Iterator<Piece> pieces) {
		this.file = file;
		this.pieces = pieces;
	}

	@Override
	public int read() throws IOException {
		byte[] single = new byte[1];
		return (read(single, 0, 1) > 0) ? single[0] & 0xFF : -1;
	}

	@Override
	public int read(byte[] buffer, int offset, int length) throws IOException {
		while (!this.text.hasRemaining() && this.remaining == 0) {
			if (!this.pieces.hasNext()) {
				return -1;
			}
			begin(this.pieces.next());
		}
		return this.text.hasRemaining() ? readText(buffer, offset, length) : readFile(buffer, offset, length);
	}

	private void begin(Piece piece) throws IOException {
		this.text = ByteBuffer.wrap(piece.text());
		this.remaining = piece.count();
		if (this.remaining > 0) {
			this.file.skipNBytes(piece.start() - this.position);
			this.position = piece.start() + piece.count();
		}
	}

	private int readText(byte[] buffer, int offset, int length) {
		int count = Math.min(length, this.text.remaining());
		this.text.get(buffer, offset, count);
		return count;
	}

	private int readFile(byte[] buffer, int offset, int length) throws IOException {
		int count = this.file.read(buffer, offset, (int) Math.min(length, this.remaining));
		if (count < 0) {
			throw new EOFException("The file is shorter than it was by " + this.remaining + " bytes at least");
		}
		this.remaining -= count;
		return count;
	}

	@Override
	public void close() throws IOException {
		this.file.close();
	}

	/**
	 * Text, and bytes of the file after it.
	 *
	 * @param text the text
	 * @param start position of the bytes in the file
	 * @param count how many
	 */
	@SuppressWarnings("ArrayRecordComponent")
	record Piece(byte[] text, long start, long count) {

		static Piece of(String text, ByteRange range) {
			return new Piece(text.getBytes(StandardCharsets.US_ASCII), range.start(), range.length());
		}

		long length() {
			return this.text.length + this.count;
		}

	}

}
