package io.github.heapwise.allocation;

/**
 * What an event costs the thread that allocates.
 * <p>
 * Measured by amplification (fixed work, small TLABs, modes in shuffled rounds) over
 * 1,000 different stacks, on JDK 17 and 25: 2.5 to 3.0 us with 56 frames, 1.0 to 1.3 us
 * with 16, less than 0.1 us without a stack. {@code docs/benchmarks.md} tells how to
 * repeat it.
 *
 * @param baseNanos cost without a stack
 * @param frameNanos cost of one frame
 */
record EventCost(double baseNanos, double frameNanos) {

	static EventCost measured() {
		return new EventCost(100, 52);
	}

	double nanos(long events, long frames) {
		return events * this.baseNanos + frames * this.frameNanos;
	}

}
