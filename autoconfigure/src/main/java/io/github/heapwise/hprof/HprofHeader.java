package io.github.heapwise.hprof;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

/**
 * What a dump starts with.
 *
 * @param format name and version of the format
 * @param idBytes size of an id, 4 or 8. HotSpot writes the size of a native pointer,
 * whatever references take in the heap
 * @param time when the dump was taken
 */
public record HprofHeader(String format, int idBytes, Instant time) {

	private static final List<String> FORMATS = List.of("JAVA PROFILE 1.0.1", "JAVA PROFILE 1.0.2");

	private static final int FORMAT_BYTES = FORMATS.get(0).length();

	/**
	 * Size in the file.
	 */
	static final int BYTES = FORMAT_BYTES + 1 + 4 + 8;

	// format, u1 0, u4 size of an id, u8 milliseconds since 1970
	static HprofHeader read(HprofInput input, String dump) throws IOException {
		if (!input.has(BYTES)) {
			throw new MalformedDumpException(dump, 0, "it ends within its first " + BYTES + " bytes");
		}
		String format = new String(input.bytes(FORMAT_BYTES), StandardCharsets.ISO_8859_1);
		if (!FORMATS.contains(format) || input.u1() != 0) {
			throw new MalformedDumpException(dump, 0,
					"it starts with '" + printable(format) + "', expected one of " + FORMATS);
		}
		long idBytes = input.u4();
		if (idBytes != 4 && idBytes != 8) {
			throw new MalformedDumpException(dump, FORMAT_BYTES + 1, "ids of " + idBytes + " bytes, expected 4 or 8");
		}
		return new HprofHeader(format, (int) idBytes, Instant.ofEpochMilli(input.i8()));
	}

	/**
	 * Return whether a whole dump ends with a record that says so.
	 * @return {@code false} for dumps of the time before heap segments
	 */
	boolean hasEndRecord() {
		return this.format.endsWith("1.0.2");
	}

	private static String printable(String text) {
		return text.replaceAll("[^ -~]", "?");
	}

}
