package io.github.heapwise.gc;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * A collection was asked for and not run. The message is for whoever asked.
 */
public final class CollectionRefusedException extends RuntimeException {

	@SuppressWarnings("serial")
	private final @Nullable Duration retryAfter;

	CollectionRefusedException(String message, @Nullable Duration retryAfter) {
		super(message);
		this.retryAfter = retryAfter;
	}

	/**
	 * Return when it makes sense to ask again.
	 * @return the time to wait, {@code null} where it never does
	 */
	public @Nullable Duration retryAfter() {
		return this.retryAfter;
	}

}
