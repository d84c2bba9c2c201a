package io.github.heapwise.hprof;

import java.util.concurrent.CancellationException;

import org.jspecify.annotations.Nullable;

/**
 * Tells long work to stop, and why. Asked often and from any thread: answering must cost
 * next to nothing.
 */
@FunctionalInterface
public interface CancelSignal {

	/**
	 * Lets work run to its end.
	 */
	CancelSignal NEVER = () -> null;

	/**
	 * Return why the work shall stop.
	 * @return one sentence, {@code null} while it may go on
	 */
	@Nullable String reason();

	/**
	 * Stop the work if it shall.
	 * @throws CancellationException with the reason
	 */
	default void check() {
		String reason = reason();
		if (reason != null) {
			throw new CancellationException(reason);
		}
	}

}
