package io.github.heapwise.histogram;

/**
 * Figures that a histogram would round.
 *
 * @param count how many values
 * @param min smallest value
 * @param max largest value
 * @param total sum of all
 * @param exceeds values beyond the range
 */
record ExactFigures(long count, long min, long max, long total, long exceeds) {

	static final ExactFigures NONE = new ExactFigures(0, Long.MAX_VALUE, 0, 0, 0);

	ExactFigures plus(ExactFigures other) {
		return new ExactFigures(this.count + other.count, Math.min(this.min, other.min), Math.max(this.max, other.max),
				this.total + other.total, this.exceeds + other.exceeds);
	}

}
