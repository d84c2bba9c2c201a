package io.github.heapwise.latency;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

import io.github.heapwise.histogram.SliceRange;
import org.jspecify.annotations.Nullable;

/**
 * Sees what an event loop does while a task waits for it, and keeps the longest blockage
 * of the window. Its stack is taken after 50 ms, and again each time the blockage has
 * doubled, so that a long one costs a handful; the last one taken is told. Written by the
 * probing thread.
 */
final class BlockageWatch {

	private static final long FIRST_NANOS = Duration.ofMillis(50).toNanos();

	private final Clock clock;

	private final LongestWindow window = new LongestWindow();

	private long nextNanos = FIRST_NANOS;

	private volatile @Nullable Blockage current;

	BlockageWatch(Clock clock) {
		this.clock = clock;
	}

	/**
	 * A task waits.
	 * @param nanos for how long so far
	 * @param stack tells what it waits for
	 * @param stillWaits asked once the stack was taken: it tells something else if the
	 * blockage ended before
	 */
	void lasts(long nanos, Supplier<StackTraceElement[]> stack, BooleanSupplier stillWaits) {
		if (nanos < FIRST_NANOS) {
			return;
		}
		Blockage known = this.current;
		List<String> frames = (known != null) ? known.stack() : List.of();
		if (nanos >= this.nextNanos) {
			this.nextNanos = 2 * nanos;
			List<String> seen = Blockage.frames(stack.get());
			frames = stillWaits.getAsBoolean() ? seen : frames;
		}
		this.current = new Blockage(nanos, this.clock.instant().minusNanos(nanos), frames);
	}

	/**
	 * The task was started.
	 * @param nanos how long it waited
	 */
	void ended(long nanos) {
		Blockage known = this.current;
		if (nanos >= FIRST_NANOS) {
			this.window.add((known != null) ? new Blockage(nanos, known.time(), known.stack())
					: new Blockage(nanos, this.clock.instant().minusNanos(nanos), List.of()));
		}
		this.current = null;
		this.nextNanos = FIRST_NANOS;
	}

	void endSlices(int slices) {
		this.window.endSlices(slices);
	}

	/**
	 * Return the longest blockage of some slices, the one under way included.
	 * @param slices which slices
	 * @return the blockage, {@code null} if there was none
	 */
	@Nullable Blockage longest(SliceRange slices) {
		Blockage now = slices.contains(0) ? this.current : null;
		Blockage before = this.window.longest(slices);
		return (now != null && (before == null || before.durationNanos() < now.durationNanos())) ? now : before;
	}

}
