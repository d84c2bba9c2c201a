package io.github.heapwise.allocation;

/**
 * Events of some time, as far as their cost depends on it.
 *
 * @param withStack events with a stack
 * @param frames frames of those stacks together
 * @param withoutStack events without
 */
record EventCounts(long withStack, long frames, long withoutStack) {

	static final EventCounts NONE = new EventCounts(0, 0, 0);

	EventCounts minus(EventCounts other) {
		return new EventCounts(this.withStack - other.withStack, this.frames - other.frames,
				this.withoutStack - other.withoutStack);
	}

	long total() {
		return this.withStack + this.withoutStack;
	}

	/**
	 * Return what it would be had every event had a stack.
	 * @return as many events, all with a stack of average depth
	 */
	EventCounts allWithStack() {
		double depth = (this.withStack > 0) ? (double) this.frames / this.withStack : 64;
		return new EventCounts(total(), Math.round(total() * depth), 0);
	}

}
