package io.github.heapwise.heapgraph;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import io.github.heapwise.hprof.HprofReader;
import io.github.heapwise.hprof.LongIndex;
import org.jspecify.annotations.Nullable;

/**
 * Those texts of a dump that name something, as bytes behind each other: a hundred
 * thousand names take some 8 MB. First the ids are noted, then the texts learned.
 * <p>
 * Not thread-safe while it grows.
 */
final class Texts {

	// Several times what the largest applications have.
	private static final int MAX_TEXTS = 1 << 19;

	private static final int MAX_BYTES = 1 << 24;

	// Longer ones are cut off: the format has names of 4 GB, and reports repeat them.
	private static final int MAX_TEXT_BYTES = 1024;

	private final LongIndex ids = new LongIndex(MAX_TEXTS);

	private byte[] bytes = new byte[1 << 12];

	private int size;

	private int[] starts = new int[64];

	private int[] lengths = new int[64];

	/**
	 * Note that a text is needed.
	 * @param id its id
	 * @return its number, {@link LongIndex#ABSENT} if there is no room
	 */
	int want(long id) {
		int number = this.ids.add(id);
		if (number >= this.starts.length) {
			this.starts = Arrays.copyOf(this.starts, 2 * number);
			this.lengths = Arrays.copyOf(this.lengths, 2 * number);
		}
		return number;
	}

	/**
	 * Learn a text, if it is needed, not known yet, and there is room.
	 * @param reader at a text
	 */
	void learn(HprofReader reader) throws IOException {
		int number = this.ids.indexOf(reader.id());
		int length = (int) Math.min(MAX_TEXT_BYTES, reader.bodyBytes());
		boolean wanted = number != LongIndex.ABSENT && this.lengths[number] == 0;
		if (!wanted || this.size + length > MAX_BYTES) {
			return;
		}
		byte[] text = reader.body().bytes(length);
		if (this.size + text.length > this.bytes.length) {
			this.bytes = Arrays.copyOf(this.bytes, Math.min(MAX_BYTES, 2 * this.bytes.length + text.length));
		}
		System.arraycopy(text, 0, this.bytes, this.size, text.length);
		this.starts[number] = this.size;
		this.lengths[number] = text.length;
		this.size += text.length;
	}

	/**
	 * Return a text.
	 * @param number its number
	 * @return the text, {@code null} if it was not learned
	 */
	@Nullable String text(int number) {
		if (number == LongIndex.ABSENT || this.lengths[number] == 0) {
			return null;
		}
		return new String(this.bytes, this.starts[number], this.lengths[number], StandardCharsets.UTF_8);
	}

	int numberOf(long id) {
		return this.ids.indexOf(id);
	}

	int start(int number) {
		return this.starts[number];
	}

	int length(int number) {
		return this.lengths[number];
	}

	int count() {
		return this.ids.size();
	}

	byte[] toByteArray() {
		return Arrays.copyOf(this.bytes, this.size);
	}

}
