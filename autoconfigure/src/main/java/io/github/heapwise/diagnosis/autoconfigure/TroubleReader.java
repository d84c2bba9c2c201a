package io.github.heapwise.diagnosis.autoconfigure;

import java.util.List;

import io.github.heapwise.diagnosis.CollectionSignal;
import io.github.heapwise.diagnosis.CollectorTroubles;
import io.github.heapwise.diagnosis.TimeSpan;
import io.github.heapwise.gc.GcTroubles;
import io.github.heapwise.gc.TroubleRecording;
import org.jspecify.annotations.Nullable;

/**
 * Reads what the collector could not do in the whole window, but for its last second.
 */
final class TroubleReader {

	private static final String HUMONGOUS = "G1 Humongous Allocation";

	private TroubleReader() {
	}

	static CollectorTroubles read(@Nullable TroubleRecording recording, TimeSpan window,
			List<CollectionSignal> collections) {
		return (recording != null) ? signal(recording.since(window.from()), collections) : unknown(collections);
	}

	static CollectorTroubles signal(GcTroubles troubles, List<CollectionSignal> collections) {
		return new CollectorTroubles(troubles.unknownReason() == null, troubles.evacuationFailures(),
				troubles.promotionFailures(), troubles.allocationStalls(), troubles.stalledNanos(),
				humongous(collections), troubles.explicitCallers());
	}

	static CollectorTroubles unknown(List<CollectionSignal> collections) {
		return new CollectorTroubles(false, 0, 0, 0, 0, humongous(collections), List.of());
	}

	private static long humongous(List<CollectionSignal> collections) {
		return collections.stream().filter((collection) -> collection.cause().equals(HUMONGOUS)).count();
	}

}
