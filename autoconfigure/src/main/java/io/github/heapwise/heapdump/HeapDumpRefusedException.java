package io.github.heapwise.heapdump;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * A dump was asked for and is not going to be written. The message is for whoever asked:
 * it has the figures, and no path.
 */
public final class HeapDumpRefusedException extends RuntimeException {

	private final Cause kind;

	@SuppressWarnings("serial")
	private final @Nullable Duration retryAfter;

	HeapDumpRefusedException(Cause kind, String message, @Nullable Duration retryAfter) {
		super(message);
		this.kind = kind;
		this.retryAfter = retryAfter;
	}

	/**
	 * Return what is in the way.
	 * @return the kind of it
	 */
	public Cause kind() {
		return this.kind;
	}

	/**
	 * Return when it makes sense to ask again.
	 * @return the time to wait, {@code null} where that is not known
	 */
	public @Nullable Duration retryAfter() {
		return this.retryAfter;
	}

	/**
	 * What may be in the way of a dump.
	 */
	public enum Cause {

		/** Others are queued already, or the last one was not long ago. */
		BUSY,

		/** Too little disk or memory, or the pause would be too long. */
		RESOURCES,

		/** This JVM or this configuration cannot. */
		UNAVAILABLE

	}

}
