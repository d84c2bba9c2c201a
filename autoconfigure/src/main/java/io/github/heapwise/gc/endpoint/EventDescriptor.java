package io.github.heapwise.gc.endpoint;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;

import io.github.heapwise.gc.GcEvent;
import io.github.heapwise.gc.HeapChange;
import io.github.heapwise.gc.PoolChange;
import org.jspecify.annotations.Nullable;

/**
 * A collection, as JSON.
 *
 * @param sequence its number
 * @param time when it began
 * @param collector name of the collector
 * @param kind {@code young}, {@code mixed}, {@code full}, {@code concurrent} or
 * {@code other}
 * @param phase what the JVM calls it more precisely
 * @param cause why it ran
 * @param action what the JVM said about it
 * @param pause whether the application stood still
 * @param durationNanos how long it took
 * @param exact whether that is exact, or in whole milliseconds
 * @param allocatedBytes what the application allocated since the event before
 * @param heapBeforeBytes used heap before
 * @param heapAfterBytes used heap after
 * @param heapCommittedBytes size of the heap after
 * @param promotedBytes bytes by which the old generation grew
 * @param pools the same by pool of the heap
 */
public record EventDescriptor(long sequence, Instant time, String collector, String kind, @Nullable String phase,
		String cause, String action, boolean pause, long durationNanos, boolean exact, @Nullable Long allocatedBytes,
		@Nullable Long heapBeforeBytes, @Nullable Long heapAfterBytes, @Nullable Long heapCommittedBytes,
		@Nullable Long promotedBytes, List<PoolChange> pools) {

	static EventDescriptor of(long sequence, GcEvent event) {
		HeapChange heap = event.heap();
		return new EventDescriptor(sequence, event.time().truncatedTo(ChronoUnit.MILLIS), event.collector(),
				event.kind().name().toLowerCase(Locale.ROOT), event.phase(), event.cause(), event.action(),
				event.isPause(), event.durationNanos(), event.exact(), event.allocatedBytes(),
				(heap != null) ? heap.beforeBytes() : null, (heap != null) ? heap.afterBytes() : null,
				(heap != null) ? heap.committedBytes() : null, (heap != null) ? heap.promotedBytes() : null,
				(heap != null) ? heap.pools() : List.of());
	}

}
