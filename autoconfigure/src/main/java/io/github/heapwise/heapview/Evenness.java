package io.github.heapwise.heapview;

import io.github.heapwise.heapgraph.HeapGraph;
import io.github.heapwise.hprof.CancelSignal;

/**
 * Tells over how many parts a sum is spread. A single large part among thousands of tiny
 * ones counts as about one.
 */
final class Evenness {

	private double sum;

	private double squares;

	/**
	 * Look at what an object retains, over what it dominates immediately.
	 * @param graph the dump
	 * @param object number of the object
	 * @return how even it is
	 */
	static Evenness below(HeapGraph graph, int object) {
		Evenness evenness = new Evenness();
		graph.dominated(object, (part) -> evenness.add(graph.retainedBytes(part)));
		return evenness;
	}

	/**
	 * Look at what a class retains, over its reachable instances. Reads 4 bytes of every
	 * object.
	 * @param graph the dump
	 * @param type number of the class
	 * @param cancel asked every million objects
	 * @return how even it is
	 */
	static Evenness ofClass(HeapGraph graph, int type, CancelSignal cancel) {
		Evenness evenness = new Evenness();
		graph.reachableInstances(type, cancel, (part) -> evenness.add(graph.retainedBytes(part)));
		return evenness;
	}

	void add(double part) {
		this.sum += part;
		this.squares += part * part;
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
