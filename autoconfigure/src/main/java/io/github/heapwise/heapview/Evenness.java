package io.github.heapwise.heapview;

/**
 * Tells over how many parts a sum is spread. A single large part among thousands of tiny
 * ones counts as about one.
 */
final class Evenness {

	private long parts;

	private double sum;

	private double squares;

	void add(double part) {
		this.parts++;
		this.sum += part;
		this.squares += part * part;
	}

	long parts() {
		return this.parts;
	}

	double sum() {
		return this.sum;
	}

	/**
	 * Return how many parts of the same size there would be: the inverse of the index of
	 * Simpson.
	 * @return parts, 0 if the sum is 0
	 */
	double effectiveParts() {
		return (this.squares > 0) ? this.sum * this.sum / this.squares : 0;
	}

}
