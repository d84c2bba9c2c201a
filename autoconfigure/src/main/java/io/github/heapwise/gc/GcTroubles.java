package io.github.heapwise.gc;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What the collector could not do in some time, and who asked it to collect.
 *
 * @param evacuationFailures pauses in which G1 found no room for what survived
 * @param promotionFailures collections that found no room in the old generation
 * @param allocationStalls how often a thread waited for ZGC to free memory
 * @param stalledNanos for how long, together
 * @param explicitCallers method that called {@code System.gc()}, once for each call, the
 * latest last; the last 100 at most
 * @param unknownReason why some of it is not known, a sentence; {@code null} where all is
 */
public record GcTroubles(long evacuationFailures, long promotionFailures, long allocationStalls, long stalledNanos,
		List<String> explicitCallers, @Nullable String unknownReason) {

	public GcTroubles {
		explicitCallers = List.copyOf(explicitCallers);
	}

}
