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
 * @param indexBytes length of the files beside the dump, 0 before it is done
 */
public record DumpAnalysis(State state, double progressRatio, @Nullable String reason, @Nullable HeapTotals totals,
		long indexBytes) {

	static final DumpAnalysis NONE = new DumpAnalysis(State.NONE, 0, null, null);

	/**
	 * Create one without files.
	 * @param state the state
	 * @param progressRatio estimated part of it that is done, from 0 to 1
	 * @param reason a sentence for humans, or {@code null}
	 * @param totals what the dump has, or {@code null}
	 */
	public DumpAnalysis(State state, double progressRatio, @Nullable String reason, @Nullable HeapTotals totals) {
		this(state, progressRatio, reason, totals, 0);
	}

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
