package io.github.heapwise.os;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * A small file in which the kernel tells numbers. Read into the same buffer every time:
 * some 10 microseconds and 300 bytes of garbage. Thread-safe.
 */
public final class KernelFile {

	/**
	 * What is read where the kernel does not tell, or not in a form we know.
	 */
	public static final long UNKNOWN = -1;

	// Not one of them is longer than 3 KB today, or only its first line is read.
	private static final int MAX_BYTES = 8192;

	private final String path;

	private final byte[] content = new byte[MAX_BYTES];

	private int length;

	KernelFile(Path path) {
		this.path = path.toString();
	}

	/**
	 * Read a file that holds one number, or the word for none.
	 * @return the number, {@link Long#MAX_VALUE} for {@code max} and for one that is too
	 * large, or {@link #UNKNOWN}
	 */
	synchronized long number() {
		read();
		return startsWith("max\n", 0) ? Long.MAX_VALUE : numberAt(0);
	}

	/**
	 * Read numbers from a file of lines {@code key value} or {@code key: value kB}.
	 * @param keys what to look for
	 * @return the values in the order of the keys, in bytes where the line says kB,
	 * {@link #UNKNOWN} for each that is not there
	 */
	synchronized long[] numbers(String... keys) {
		read();
		long[] numbers = new long[keys.length];
		Arrays.fill(numbers, UNKNOWN);
		for (int line = 0; line < this.length; line = endOfLine(line) + 1) {
			for (int i = 0; i < keys.length; i++) {
				int end = line + keys[i].length();
				if (startsWith(keys[i], line) && isSeparator(end)) {
					numbers[i] = numberAt(skipSeparators(end));
				}
			}
		}
		return numbers;
	}

	/**
	 * Read a table of which the first line is {@code key number number ...}.
	 * @param key how it has to begin
	 * @param count how many numbers to read
	 * @return the numbers, {@link #UNKNOWN} for each that is not there
	 */
	synchronized long[] row(String key, int count) {
		read();
		long[] row = new long[count];
		Arrays.fill(row, UNKNOWN);
		int start = startsWith(key, 0) ? skipSeparators(key.length()) : this.length;
		for (int i = 0; i < count && start > key.length(); i++) {
			int end = endOfDigits(start);
			row[i] = (end > start && (isSeparator(end) || end == endOfLine(end))) ? digits(start, end) : UNKNOWN;
			start = skipSeparators(end);
		}
		return row;
	}

	private void read() {
		this.length = 0;
		try (InputStream in = new FileInputStream(this.path)) {
			this.length = in.readNBytes(this.content, 0, MAX_BYTES);
		}
		catch (IOException ex) {
			// Gone or not ours to read: then nothing in it is known.
		}
	}

	private long numberAt(int start) {
		int end = endOfDigits(start);
		boolean kilobytes = startsWith(" kB", end);
		boolean complete = end > start && (kilobytes ? end + 3 : end) == endOfLine(end);
		if (!complete) {
			return UNKNOWN;
		}
		long number = digits(start, end);
		return kilobytes ? saturatedKilobytes(number) : number;
	}

	private int endOfDigits(int start) {
		int end = start;
		while (isDigit(end)) {
			end++;
		}
		return end;
	}

	private long digits(int start, int end) {
		long number = 0;
		for (int i = start; i < end; i++) {
			int digit = this.content[i] - '0';
			number = (number > (Long.MAX_VALUE - digit) / 10) ? Long.MAX_VALUE : 10 * number + digit;
		}
		return number;
	}

	private static long saturatedKilobytes(long number) {
		return (number > Long.MAX_VALUE >> 10) ? Long.MAX_VALUE : number << 10;
	}

	private boolean startsWith(String text, int start) {
		int matching = 0;
		while (matching < text.length() && start + matching < this.length
				&& this.content[start + matching] == text.charAt(matching)) {
			matching++;
		}
		return matching == text.length();
	}

	private int endOfLine(int start) {
		int end = start;
		while (end < this.length && this.content[end] != '\n') {
			end++;
		}
		return end;
	}

	private int skipSeparators(int start) {
		int end = start;
		while (isSeparator(end)) {
			end++;
		}
		return end;
	}

	private boolean isSeparator(int index) {
		return index < this.length
				&& (this.content[index] == ' ' || this.content[index] == ':' || this.content[index] == '\t');
	}

	private boolean isDigit(int index) {
		return index < this.length && this.content[index] >= '0' && this.content[index] <= '9';
	}

}
