package io.github.heapwise.heapview;

import java.io.Closeable;
import java.io.IOException;
import java.util.concurrent.ThreadLocalRandom;

import io.github.heapwise.heapgraph.FieldPlace;
import io.github.heapwise.heapgraph.HeapGraph;
import io.github.heapwise.heapgraph.HeapReader;
import io.github.heapwise.heapgraph.ObjectSet;
import org.jspecify.annotations.Nullable;

/**
 * Reads the texts of strings, those that share an array once. Knows strings of bytes, of
 * either coder, and those of characters that JDK 8 has. Some 100 ns a text.
 * <p>
 * For one thread.
 */
final class TextReader implements Closeable {

	static final String STRING = "java.lang.String";

	private static final int NONE = HeapReader.NONE;

	private final HeapReader strings;

	private final HeapReader arrays;

	private final ObjectSet seen;

	private final @Nullable FieldPlace coder;

	private final int bytesType;

	private final int charactersType;

	private final TextHash hash = new TextHash(ThreadLocalRandom.current().nextLong());

	private long arrayBytes;

	private boolean blank;

	/**
	 * Prepare to read.
	 * @param graph the dump
	 * @param classes its classes
	 */
	TextReader(HeapGraph graph, ClassNumbers classes) throws IOException {
		this.strings = graph.reader();
		this.arrays = graph.reader();
		this.seen = graph.emptySet();
		this.coder = graph.field(classes.number(STRING), STRING, "coder");
		this.bytesType = classes.number("byte[]");
		this.charactersType = classes.number("char[]");
	}

	/**
	 * Read a text, unless it has no array or one that was read before.
	 * @param string number of the string
	 * @return whether it was read
	 */
	boolean read(int string) throws IOException {
		int array = array(string);
		if (array == NONE || !this.seen.add(array)) {
			return false;
		}
		this.arrayBytes = this.arrays.shallowBytes(array);
		// The same bytes of another coder, or with less zeros behind, are another text.
		this.hash.begin(this.arrays.length(array) << 1 | (isWide(string) ? 1 : 0));
		this.arrays.read(array, this.hash);
		this.blank = this.hash.isBlank() && this.arrays.length(array) > 0;
		return true;
	}

	/**
	 * Return what the array of the text takes.
	 * @return its shallow size in bytes
	 */
	long arrayBytes() {
		return this.arrayBytes;
	}

	long hash() {
		return this.hash.value();
	}

	/**
	 * Return whether the text consists of zeros, at least one.
	 * @return whether it looks redacted
	 */
	boolean isBlank() {
		return this.blank;
	}

	/**
	 * Return the length of a text, read before or not.
	 * @param string number of the string
	 * @return characters, 0 if it has no array
	 */
	int length(int string) throws IOException {
		int array = array(string);
		long length = (array != NONE) ? this.arrays.length(array) : 0;
		return (int) Math.min(Integer.MAX_VALUE, isWide(string) ? length / Character.BYTES : length);
	}

	@Override
	public void close() throws IOException {
		try (this.strings; this.arrays) {
			this.seen.close();
		}
	}

	private int array(int string) {
		int array = this.strings.firstReference(string);
		int type = (array != NONE) ? this.arrays.classOf(array) : NONE;
		return (type != NONE && (type == this.bytesType || type == this.charactersType)) ? array : NONE;
	}

	private boolean isWide(int string) throws IOException {
		return this.coder != null && this.strings.number(string, this.coder) != 0;
	}

}
