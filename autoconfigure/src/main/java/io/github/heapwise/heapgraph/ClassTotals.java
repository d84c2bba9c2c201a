package io.github.heapwise.heapgraph;

/**
 * Sums by class, those of what the roots keep alive apart from the rest.
 */
final class ClassTotals {

	private final long[] instances;

	private final long[] shallowWords;

	private final long[] retainedWords;

	private final int[] distances;

	private final long[] unreachableInstances;

	private final long[] unreachableWords;

	ClassTotals(int classCount) {
		this.instances = new long[classCount];
		this.shallowWords = new long[classCount];
		this.retainedWords = new long[classCount];
		this.distances = new int[classCount];
		this.unreachableInstances = new long[classCount];
		this.unreachableWords = new long[classCount];
	}

	/**
	 * Count an object.
	 * @param type number of its class
	 * @param words its size in words of 8 bytes
	 * @param distance its distance, 0 if it is not reachable
	 */
	void add(int type, long words, int distance) {
		if (distance == 0) {
			this.unreachableInstances[type]++;
			this.unreachableWords[type] += words;
			return;
		}
		this.instances[type]++;
		this.shallowWords[type] += words;
		if (this.distances[type] == 0 || distance < this.distances[type]) {
			this.distances[type] = distance;
		}
	}

	void addRetained(int type, long words) {
		this.retainedWords[type] += words;
	}

	long instances(int type) {
		return this.instances[type];
	}

	long shallowWords(int type) {
		return this.shallowWords[type];
	}

	long retainedWords(int type) {
		return this.retainedWords[type];
	}

	/**
	 * Return how far the nearest instance is.
	 * @param type number of the class
	 * @return distance, 0 if none is reachable
	 */
	int distance(int type) {
		return this.distances[type];
	}

	long unreachableInstances(int type) {
		return this.unreachableInstances[type];
	}

	long unreachableWords(int type) {
		return this.unreachableWords[type];
	}

}
