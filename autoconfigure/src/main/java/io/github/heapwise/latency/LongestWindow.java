package io.github.heapwise.latency;

import java.util.ArrayDeque;
import java.util.Deque;

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

	synchronized @Nullable Blockage longest() {
		Kept first = this.kept.peekFirst();
		return (first != null) ? first.blockage() : null;
	}

	private record Kept(long slice, Blockage blockage) {
	}

}
