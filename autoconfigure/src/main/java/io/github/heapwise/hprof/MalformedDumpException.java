package io.github.heapwise.hprof;

import java.io.IOException;

/**
 * A heap dump that cannot be read because it is none, or is damaged. A dump that merely
 * ends too early is read as far as it goes, see {@link Truncation}.
 */
public final class MalformedDumpException extends IOException {

	private final long offset;

	/**
	 * Create an exception.
	 * @param dump name of the dump
	 * @param offset where the dump goes wrong, in bytes of the uncompressed dump
	 * @param problem what is wrong there
	 */
	public MalformedDumpException(String dump, long offset, String problem) {
		super("Heap dump '%s' is malformed at offset %d: %s".formatted(dump, offset, problem));
		this.offset = offset;
	}

	public long offset() {
		return this.offset;
	}

}
