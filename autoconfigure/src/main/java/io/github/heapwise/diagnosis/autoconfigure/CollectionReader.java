package io.github.heapwise.diagnosis.autoconfigure;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToLongFunction;

import io.github.heapwise.diagnosis.CollectionSignal;
import io.github.heapwise.diagnosis.TimeSpan;
import io.github.heapwise.gc.GcEvent;
import io.github.heapwise.gc.GcEvents;
import io.github.heapwise.gc.HeapChange;
import io.github.heapwise.gc.PoolChange;
import io.github.heapwise.jvm.PoolRole;
import org.jspecify.annotations.Nullable;

/**
 * Reads collections as the diagnosis is to see them.
 */
final class CollectionReader {

	private CollectionReader() {
	}

	/**
	 * Return the part of a window all of whose collections are kept: where they follow
	 * each other closely, they do not reach back for minutes.
	 * @param window the window
	 * @param kept the collections that are kept
	 * @return the part, mostly all of it
	 */
	static TimeSpan known(TimeSpan window, GcEvents kept) {
		boolean all = kept.firstSequence() == 0 || kept.events().isEmpty();
		Instant first = all ? window.from() : kept.events().get(0).time();
		return (first.isAfter(window.from()) && first.isBefore(window.to())) ? new TimeSpan(first, window.to())
				: window;
	}

	/**
	 * Return the collections that began in a window.
	 * @param window the window
	 * @param kept the collections that are kept
	 * @return the collections, the oldest first
	 */
	static List<CollectionSignal> within(TimeSpan window, GcEvents kept) {
		return kept.events()
			.stream()
			.filter((event) -> window.contains(event.time()))
			.sorted(Comparator.comparing(GcEvent::time))
			.map(CollectionReader::signal)
			.toList();
	}

	private static CollectionSignal signal(GcEvent event) {
		HeapChange heap = event.heap();
		CollectionSignal.Kind kind = CollectionSignal.Kind.valueOf(event.kind().name());
		if (heap == null) {
			return new CollectionSignal(event.time(), kind, event.cause(), event.isPause(), event.durationNanos(), null,
					null, null, null, null, null);
		}
		return new CollectionSignal(event.time(), kind, event.cause(), event.isPause(), event.durationNanos(),
				heap.beforeBytes(), heap.afterBytes(), sum(heap, PoolRole.OLD, PoolChange::afterBytes),
				sum(heap, PoolRole.SURVIVOR, PoolChange::afterBytes),
				sum(heap, PoolRole.SURVIVOR, PoolChange::committedBytes), heap.promotedBytes());
	}

	private static @Nullable Long sum(HeapChange heap, PoolRole role, ToLongFunction<PoolChange> bytes) {
		Long sum = null;
		for (PoolChange pool : heap.pools()) {
			if (PoolRole.of(pool.name()) == role) {
				sum = ((sum != null) ? sum : 0) + bytes.applyAsLong(pool);
			}
		}
		return sum;
	}

}
