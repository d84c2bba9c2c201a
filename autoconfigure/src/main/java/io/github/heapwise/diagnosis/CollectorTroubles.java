package io.github.heapwise.diagnosis;

import java.util.List;

/**
 * What the collector could not do in the window, and who asked it for what. Known only
 * where Flight Recorder records.
 *
 * @param known whether anybody would have told
 * @param evacuationFailures pauses in which G1 found no room for survivors
 * @param promotionFailures collections that found no room in the old generation
 * @param allocationStalls how often threads waited for ZGC to free memory
 * @param stalledNanos for how long, together
 * @param humongousCollections collections that G1 began for an object larger than half a
 * region
 * @param explicitCallers who called {@code System.gc()}, the innermost frame of the
 * application or its libraries, once for each call
 */
public record CollectorTroubles(boolean known, long evacuationFailures, long promotionFailures, long allocationStalls,
		long stalledNanos, long humongousCollections, List<String> explicitCallers) {

	public CollectorTroubles {
		explicitCallers = List.copyOf(explicitCallers);
	}

}
