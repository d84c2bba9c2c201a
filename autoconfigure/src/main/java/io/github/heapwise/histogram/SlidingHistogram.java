package io.github.heapwise.histogram;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

import org.HdrHistogram.IntCountsHistogram;

/**
 * Distribution of the values of the last minutes: a histogram that is written and a
 * number of slices of time before it, the oldest of which goes when a new one begins.
 * When that is, is up to the caller, so that all histograms of a feature turn together.
 * <p>
 * Thread-safe. Recording takes 50 ns and makes no garbage but for the first values of
 * their magnitude. Up to 14 KB, and per slice some 2 bytes for each distinct value.
 */
public final class SlidingHistogram {

	// 1 % of a value, see ValueRange
	private static final int DIGITS = 2;

	private final ValueRange range;

	private final int sliceCount;

	private final Deque<Slice> slices = new ArrayDeque<>();

	private final IntCountsHistogram open;

	private long count;

	private long min = Long.MAX_VALUE;

	private long max;

	private long total;

	private long exceeds;

	/**
	 * Create an empty histogram.
	 * @param range what values it tells apart
	 * @param sliceCount how many slices are kept besides the one that is written; with
	 * none, ending one makes no garbage but its figures
	 */
	public SlidingHistogram(ValueRange range, int sliceCount) {
		this.range = range;
		this.sliceCount = sliceCount;
		this.open = histogram(range);
	}

	/**
	 * Record a value.
	 * @param value the value, taken for 0 if it is negative
	 */
	public synchronized void record(long value) {
		long clamped = Math.max(0, value);
		this.open.recordValue(Math.min(clamped, this.range.highest()));
		this.count++;
		this.total += clamped;
		this.min = Math.min(this.min, clamped);
		this.max = Math.max(this.max, clamped);
		this.exceeds += (clamped > this.range.highest()) ? 1 : 0;
	}

	/**
	 * Record a delay that was measured at regular intervals, and those that would have
	 * been measured had it not delayed the measuring too: what began to wait one interval
	 * later waited one interval less, and so on (the correction for coordinated omission
	 * of HdrHistogram).
	 * @param value the delay
	 * @param interval how often it is measured, in the same unit; if it is not positive
	 * the value counts once
	 */
	public void recordWithExpectedInterval(long value, long interval) {
		recordWithExpectedInterval(value, interval, 0);
	}

	/**
	 * Record a delay of which a part was recorded while it lasted, once an interval.
	 * @param value the delay
	 * @param interval how often it is measured, in the same unit
	 * @param recorded how long it had lasted when that was last recorded
	 */
	public synchronized void recordWithExpectedInterval(long value, long interval, long recorded) {
		record(value);
		if (interval <= 0) {
			return;
		}
		long missed = Math.min(value, this.range.highest()) - interval;
		for (; missed >= recorded + interval; missed -= interval) {
			record(missed);
		}
	}

	/**
	 * End the slice that is written and begin the next.
	 * @return what the ended one holds
	 */
	public synchronized Distribution turn() {
		Distribution ended = Distribution.of(this.open, openFigures());
		keep();
		this.open.reset();
		this.count = 0;
		this.min = Long.MAX_VALUE;
		this.max = 0;
		this.total = 0;
		this.exceeds = 0;
		return ended;
	}

	/**
	 * Return what all slices hold together, the one that is written included. Some 10 us
	 * a slice, for which those who record do not wait.
	 * @return the figures
	 */
	public Distribution distribution() {
		return contents().distribution();
	}

	/**
	 * Return what all slices hold, to be summed up later. Some microseconds, for which
	 * those who record wait.
	 * @return the contents as they are now
	 */
	public HistogramContents contents() {
		return contents(SliceRange.ALL);
	}

	/**
	 * Return what some slices hold, to be summed up later. Some microseconds, for which
	 * those who record wait.
	 * @param wanted which slices, as far as there are
	 * @return the contents as they are now
	 */
	public synchronized HistogramContents contents(SliceRange wanted) {
		boolean open = wanted.contains(0);
		return new HistogramContents(this.range, open ? this.open.copy() : histogram(this.range),
				open ? openFigures() : ExactFigures.NONE, ended(wanted));
	}

	/**
	 * Return the heap it takes up.
	 * @return bytes, roughly
	 */
	public synchronized long heapBytes() {
		return this.open.getEstimatedFootprintInBytes() + this.slices.stream().mapToInt(Slice::heapBytes).sum();
	}

	private List<Slice> ended(SliceRange wanted) {
		List<Slice> chosen = new ArrayList<>();
		int number = this.slices.size();
		for (Slice slice : this.slices) {
			if (wanted.contains(number--)) {
				chosen.add(slice);
			}
		}
		return chosen;
	}

	private void keep() {
		if (this.sliceCount > 0) {
			this.slices.addLast(Slice.of(this.open, openFigures()));
		}
		if (this.slices.size() > this.sliceCount) {
			this.slices.removeFirst();
		}
	}

	private ExactFigures openFigures() {
		return new ExactFigures(this.count, this.min, this.max, this.total, this.exceeds);
	}

	private static IntCountsHistogram histogram(ValueRange range) {
		IntCountsHistogram histogram = new IntCountsHistogram(range.lowest(), 2 * range.lowest(), DIGITS);
		histogram.setAutoResize(true);
		return histogram;
	}

}
