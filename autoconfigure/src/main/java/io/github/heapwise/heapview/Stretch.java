package io.github.heapwise.heapview;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Objects between two others on a way. Of a long stretch only the ends are kept.
 *
 * @param upper the objects nearest to the root, the nearest first; all of a short stretch
 * @param omitted how many follow that are not kept
 * @param lower those after them
 */
record Stretch(int[] upper, long omitted, int[] lower) {

	/**
	 * Objects that are kept at each end.
	 */
	static final int END = 8;

	static final Stretch EMPTY = new Stretch(new int[0], 0, new int[0]);

	/**
	 * Join two stretches.
	 * @param between the object between them
	 * @param next the one farther from the root
	 * @return both
	 */
	Stretch plus(int between, Stretch next) {
		int[] middle = { between };
		int[] start = (this.omitted == 0) ? join(this.upper, middle, next.upper) : this.upper;
		int[] end = (next.omitted == 0) ? join((this.omitted == 0) ? this.upper : this.lower, middle, next.upper)
				: next.lower;
		if (this.omitted == 0 && next.omitted == 0) {
			return of(start);
		}
		int[] keptStart = Arrays.copyOf(start, Math.min(END, start.length));
		int[] keptEnd = Arrays.copyOfRange(end, Math.max(0, end.length - END), end.length);
		return new Stretch(keptStart, length() + 1 + next.length() - keptStart.length - keptEnd.length, keptEnd);
	}

	/**
	 * Return how many objects there are, kept or not.
	 * @return objects
	 */
	long length() {
		return this.upper.length + this.omitted + this.lower.length;
	}

	/**
	 * Return how many objects are kept.
	 * @return objects
	 */
	int kept() {
		return this.upper.length + this.lower.length;
	}

	private static Stretch of(int[] all) {
		if (all.length <= 2 * END) {
			return new Stretch(all, 0, new int[0]);
		}
		return new Stretch(Arrays.copyOf(all, END), all.length - 2L * END,
				Arrays.copyOfRange(all, all.length - END, all.length));
	}

	private static int[] join(int[]... parts) {
		return Arrays.stream(parts).flatMapToInt(IntStream::of).toArray();
	}

	/**
	 * Collects a stretch from its end to its start.
	 */
	static final class Collector {

		private final int[] last = new int[2 * END];

		private final int[] first = new int[END];

		private long length;

		void add(int object) {
			if (this.length < this.last.length) {
				this.last[(int) this.length] = object;
			}
			this.first[(int) (this.length % END)] = object;
			this.length++;
		}

		Stretch stretch() {
			if (this.length <= this.last.length) {
				return new Stretch(reversed(this.last, (int) this.length), 0, new int[0]);
			}
			int[] upper = new int[END];
			for (int i = 0; i < END; i++) {
				upper[i] = this.first[(int) ((this.length - 1 - i) % END)];
			}
			return new Stretch(upper, this.length - 2L * END, reversed(this.last, END));
		}

		private static int[] reversed(int[] objects, int count) {
			return IntStream.range(0, count).map((i) -> objects[count - 1 - i]).toArray();
		}

	}

}
