package io.github.heapwise.latency;

import java.util.ArrayDeque;
import java.util.Deque;

import io.github.heapwise.histogram.SliceRange;
import org.jspecify.annotations.Nullable;

/**
 * The longest blockage of the last minutes. Keeps only those that may become the longest:
 * each is shorter than the one before. Thread-safe.
 */
final class LongestWindow {

	private static final int MAX_KEPT = 32;

	private final Deque<Kept> kept = new ArrayDeque<>();

	private long slice;

	synchronized void add(Blockage blockage) {
		while (!this.kept.isEmpty() && this.kept.getLast().blockage().durationNanos() <= blockage.durationNanos()) {
			this.kept.removeLast();
		}
		if (this.kept.size() < MAX_KEPT) {
			this.kept.addLast(new Kept(this.slice, blockage));
		}
	}

	synchronized void endSlices(int slices) {
		this.slice += slices;
		while (!this.kept.isEmpty() && this.kept.getFirst().slice() < this.slice - LatencySettings.SLICES) {
			this.kept.removeFirst();
		}
	}

	/**
	 * Return the longest of some slices. One that was followed by a longer one is not
	 * known any more.
	 * @param slices which slices
	 * @return the blockage, {@code null} if none is known
	 */
	synchronized @Nullable Blockage longest(SliceRange slices) {
		return this.kept.stream()
			.filter((one) -> slices.contains(this.slice - one.slice()))
			.map(Kept::blockage)
			.findFirst()
			.orElse(null);
	}

	private record Kept(long slice, Blockage blockage) {
	}

}
