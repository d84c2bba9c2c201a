package io.github.heapwise.heapdump;

import io.github.heapwise.heapgraph.HeapTotals;
import org.jspecify.annotations.Nullable;

/**
 * How far the analysis of a dump is.
 *
 * @param state the state
 * @param progressRatio estimated part of it that is done, from 0 to 1
 * @param reason why there is none, or where it ran instead of a process of its own, a
 * sentence for humans; {@code null} where there is nothing to say
 * @param totals what the dump has, {@code null} before it is done
 */
public record DumpAnalysis(State state, double progressRatio, @Nullable String reason, @Nullable HeapTotals totals) {

	/**
	 * How far it is.
	 */
	public enum State {

		/** Nobody asked for it. */
		NONE,

		/** Others come first. */
		QUEUED,

		/** It is under way. */
		RUNNING,

		/** It can be looked at. */
		DONE,

		/** It is not possible here; the reason says why. */
		REFUSED,

		/** It was tried; the reason says what went wrong. */
		FAILED

	}

}
