package io.github.heapwise.endpoint;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpRange;

/**
 * A part of a file.
 *
 * @param start position of its first byte
 * @param end position of its last byte
 */
record ByteRange(long start, long end) {

	private static final int MAX_RANGES = 20;

	long length() {
		return this.end - this.start + 1;
	}

	/**
	 * Return the parts of a file that a client asks for. Several have to come in their
	 * order and apart from each other, as those do that a client needs.
	 * @param header the header {@code Range}
	 * @param fileLength length of the file
	 * @return the parts that the file has, or {@code null} where the header is to be
	 * ignored
	 */
	static @Nullable List<ByteRange> parse(String header, long fileLength) {
		try {
			List<HttpRange> asked = HttpRange.parseRanges(header);
			return (asked.isEmpty() || asked.size() > MAX_RANGES) ? null : within(fileLength, asked);
		}
		catch (IllegalArgumentException ex) {
			return null;
		}
	}

	private static @Nullable List<ByteRange> within(long fileLength, List<HttpRange> asked) {
		List<ByteRange> ranges = new ArrayList<>();
		long free = 0;
		for (HttpRange range : asked) {
			ByteRange part = new ByteRange(range.getRangeStart(fileLength), range.getRangeEnd(fileLength));
			if (part.start < fileLength && part.length() > 0) {
				if (part.start < free) {
					return null;
				}
				ranges.add(part);
				free = part.end + 1;
			}
		}
		return ranges;
	}

}
