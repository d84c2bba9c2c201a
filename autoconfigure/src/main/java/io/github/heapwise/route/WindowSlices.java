package io.github.heapwise.route;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

import io.github.heapwise.jvm.TotalAllocatedBytes;
import org.jspecify.annotations.Nullable;

/**
 * The slices of time that a window is made of, aligned to the clock, and what is known of
 * each besides its requests.
 * <p>
 * Thread-safe: whoever comes first after the end of a slice ends it.
 */
final class WindowSlices {

	private static final long MILLIS = RouteSettings.SLICE.toMillis();

	private final int sliceCount;

	private final TotalAllocatedBytes total = new TotalAllocatedBytes();

	private final Deque<Start> starts = new ArrayDeque<>();

	private final SliceSums lost;

	private long current;

	WindowSlices(int sliceCount, Instant now) {
		this.sliceCount = sliceCount;
		this.lost = new SliceSums(sliceCount, 1);
		this.current = slice(now);
		this.starts.add(new Start(now, this.total.read()));
	}

	/**
	 * End the slices that are over.
	 * @param now the time
	 * @param end called for each
	 */
	synchronized void turn(Instant now, Runnable end) {
		long slice = slice(now);
		// a clock that was set back goes on with the slice it was in
		long over = Math.min(this.sliceCount, slice - this.current);
		this.current = slice;
		for (long i = over - 1; i >= 0; i--) {
			this.lost.turn();
			this.starts.addLast(new Start(Instant.ofEpochMilli((slice - i) * MILLIS), this.total.read()));
			if (this.starts.size() > this.sliceCount) {
				this.starts.removeFirst();
			}
			end.run();
		}
	}

	synchronized Instant from() {
		return this.starts.getFirst().time();
	}

	/**
	 * Return what the whole process allocated in the window.
	 * @return bytes, {@code null} where this JVM does not tell
	 */
	synchronized @Nullable Long allocatedBytes() {
		long before = this.starts.getFirst().allocatedBytes();
		long now = this.total.read();
		return (before != TotalAllocatedBytes.UNKNOWN && now != TotalAllocatedBytes.UNKNOWN) ? now - before : null;
	}

	synchronized void addLostRequests(long count) {
		this.lost.add(0, count);
	}

	synchronized long lostRequests() {
		return this.lost.total(0);
	}

	private static long slice(Instant time) {
		return Math.floorDiv(time.toEpochMilli(), MILLIS);
	}

	/**
	 * How a slice began.
	 *
	 * @param time when
	 * @param allocatedBytes bytes that the process had allocated until then
	 */
	private record Start(Instant time, long allocatedBytes) {

	}

}
