package io.github.heapwise.route;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import io.github.heapwise.histogram.SliceClock;
import io.github.heapwise.histogram.SliceRange;
import io.github.heapwise.jvm.TotalAllocatedBytes;
import org.jspecify.annotations.Nullable;

/**
 * The slices of time that a window is made of, aligned to the clock, and what is known of
 * each besides its requests.
 * <p>
 * Thread-safe: whoever comes first after the end of a slice ends it.
 */
final class WindowSlices {

	private final int sliceCount;

	private final SliceClock clock;

	private final TotalAllocatedBytes total = new TotalAllocatedBytes();

	private final List<Start> starts = new ArrayList<>();

	private final SliceSums lost;

	WindowSlices(int sliceCount, Instant now) {
		this.sliceCount = sliceCount;
		this.clock = new SliceClock(RouteSettings.SLICE.toMillis(), sliceCount, now.toEpochMilli());
		this.lost = new SliceSums(sliceCount, 1);
		this.starts.add(new Start(now, this.total.read()));
	}

	/**
	 * End the slices that are over.
	 * @param now the time
	 * @param end called for each
	 */
	synchronized void turn(Instant now, Runnable end) {
		long over = this.clock.ended(now.toEpochMilli());
		if (over < 0) {
			// It goes on with the slice it was in, and what came before is as long ago.
			this.starts.replaceAll((start) -> start.plusSlices(over));
		}
		for (long slicesAgo = over - 1; slicesAgo >= 0; slicesAgo--) {
			begin(slicesAgo);
			end.run();
		}
	}

	synchronized Instant from(SliceRange range) {
		return start(range.oldest()).time();
	}

	/**
	 * Return when slices end.
	 * @param range which slices
	 * @param now the time
	 * @return the end of the newest of them, now if that is still written
	 */
	synchronized Instant to(SliceRange range, Instant now) {
		return (range.newest() > 0) ? start(range.newest() - 1).time() : now;
	}

	/**
	 * Return what the whole process allocated in some slices.
	 * @param range which slices
	 * @return bytes, {@code null} where this JVM does not tell
	 */
	synchronized @Nullable Long allocatedBytes(SliceRange range) {
		long before = start(range.oldest()).allocatedBytes();
		long after = (range.newest() > 0) ? start(range.newest() - 1).allocatedBytes() : this.total.read();
		return (before != TotalAllocatedBytes.UNKNOWN && after != TotalAllocatedBytes.UNKNOWN) ? after - before : null;
	}

	synchronized void addLostRequests(long count) {
		this.lost.add(0, count);
	}

	synchronized long lostRequests() {
		return this.lost.total(0);
	}

	private Start start(int number) {
		return this.starts.get(Math.max(0, this.starts.size() - 1 - number));
	}

	private void begin(long slicesAgo) {
		this.lost.turn();
		this.starts
			.add(new Start(Instant.ofEpochMilli(this.clock.startMillis()), this.total.read()).plusSlices(-slicesAgo));
		if (this.starts.size() > this.sliceCount) {
			this.starts.remove(0);
		}
	}

	/**
	 * How a slice began.
	 *
	 * @param time when
	 * @param allocatedBytes bytes that the process had allocated until then
	 */
	private record Start(Instant time, long allocatedBytes) {

		Start plusSlices(long count) {
			return new Start(this.time.plus(RouteSettings.SLICE.multipliedBy(count)), this.allocatedBytes);
		}

	}

}
