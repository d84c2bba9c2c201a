package io.github.heapwise.heapdump;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A dump, wished for or there.
 *
 * @param id names it in URLs and in the store: lower-case letters, digits and hyphens
 * @param trigger what asked for it
 * @param reason why, printable and at most 200 characters, empty if nobody said
 * @param live whether unreachable objects are left out
 * @param requestedAt when it was asked for
 * @param state how far it is
 * @param progressRatio estimated part of the work in this state that is done, from 0 to 1
 * @param estimate what it was expected to cost, {@code null} for one that the JVM wrote
 * by itself
 * @param facts what is known since it is there, {@code null} before
 * @param failure a sentence for humans that says why there is none, {@code null} where
 * nothing failed
 */
public record HeapDump(String id, DumpTrigger trigger, String reason, boolean live, Instant requestedAt,
		DumpState state, double progressRatio, @Nullable DumpEstimate estimate, @Nullable DumpFacts facts,
		@Nullable String failure) {

	HeapDump indexing(double ratio) {
		return new HeapDump(this.id, this.trigger, this.reason, this.live, this.requestedAt, DumpState.INDEXING, ratio,
				this.estimate, this.facts, this.failure);
	}

}
