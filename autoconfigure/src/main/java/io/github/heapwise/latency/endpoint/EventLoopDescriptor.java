package io.github.heapwise.latency.endpoint;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

import io.github.heapwise.endpoint.HistogramDescriptor;
import io.github.heapwise.latency.Blockage;
import io.github.heapwise.latency.LoopLatency;
import org.jspecify.annotations.Nullable;

/**
 * An event loop, as it is sent.
 *
 * @param name how it is called
 * @param thread name of its thread, once it has one
 * @param pending tasks that wait
 * @param utilizationRatio share of the window that it was busy
 * @param delay how long a task waited
 * @param longest what blocked it longest
 */
record EventLoopDescriptor(String name, @Nullable String thread, int pending, @Nullable Double utilizationRatio,
		HistogramDescriptor delay, @Nullable Longest longest) {

	static EventLoopDescriptor of(LoopLatency loop) {
		Blockage longest = loop.longest();
		return new EventLoopDescriptor(loop.name(), loop.thread(), loop.pending(),
				LatencyDescriptor.ratio(loop.utilization()), HistogramDescriptor.of(loop.delay()),
				(longest != null) ? Longest.of(longest) : null);
	}

	/**
	 * The longest blockage.
	 *
	 * @param durationNanos for how long
	 * @param time since when
	 * @param stack what the loop did, the innermost frame first
	 */
	record Longest(long durationNanos, Instant time, List<String> stack) {

		static Longest of(Blockage blockage) {
			return new Longest(blockage.durationNanos(), blockage.time().truncatedTo(ChronoUnit.MILLIS),
					blockage.stack());
		}

	}

}
