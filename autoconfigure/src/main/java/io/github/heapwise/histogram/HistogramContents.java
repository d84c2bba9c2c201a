package io.github.heapwise.histogram;

import java.util.List;

import org.HdrHistogram.IntCountsHistogram;

/**
 * What a {@link SlidingHistogram} held at some moment. Its slices are summed up when it
 * is first asked, some 10 us a slice.
 * <p>
 * Not thread-safe.
 */
public final class HistogramContents {

	private final ValueRange range;

	private final IntCountsHistogram open;

	private final ExactFigures openFigures;

	private final List<Slice> slices;

	private boolean summedUp;

	/**
	 * Create contents.
	 * @param range what values are told apart
	 * @param open copy of the slice that is written, which takes up the others
	 * @param openFigures what that one rounds
	 * @param slices those before it
	 */
	HistogramContents(ValueRange range, IntCountsHistogram open, ExactFigures openFigures, List<Slice> slices) {
		this.range = range;
		this.open = open;
		this.openFigures = openFigures;
		this.slices = slices;
	}

	/**
	 * Return what all slices hold together, the one that is written included.
	 * @return the figures
	 */
	public Distribution distribution() {
		return Distribution.of(sum(),
				this.slices.stream().map(Slice::exact).reduce(this.openFigures, ExactFigures::plus));
	}

	/**
	 * Return how many values of all slices are at least as large as a value, as far as
	 * they are told apart.
	 * @param value the value
	 * @return their number
	 */
	public long countFrom(long value) {
		long from = Math.max(0, Math.min(value, this.range.highest()));
		return sum().getCountBetweenValues(from, this.range.highest());
	}

	private IntCountsHistogram sum() {
		if (!this.summedUp) {
			this.slices.forEach((slice) -> slice.addTo(this.open));
			this.summedUp = true;
		}
		return this.open;
	}

}
