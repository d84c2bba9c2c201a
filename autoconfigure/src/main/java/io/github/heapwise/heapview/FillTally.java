package io.github.heapwise.heapview;

import io.github.heapwise.heapgraph.HeapGraph;

/**
 * Adds up how full the collections of a class are.
 */
final class FillTally {

	private final int type;

	private final String kind;

	private long instances;

	private long empty;

	private long sparse;

	private long elements;

	private long slots;

	private long taken;

	private long wastedBytes;

	private int worst;

	private long worstWastedBytes = -1;

	FillTally(int type, String kind) {
		this.type = type;
		this.kind = kind;
	}

	/**
	 * Add a collection.
	 * @param collection number of the collection
	 * @param fill how full it is
	 */
	void add(int collection, Fill fill) {
		this.instances++;
		this.empty += fill.isEmpty() ? 1 : 0;
		this.sparse += fill.isSparse() ? 1 : 0;
		this.elements += fill.elements();
		this.slots += fill.slots();
		this.taken += fill.taken();
		this.wastedBytes += fill.wastedBytes();
		if (fill.wastedBytes() > this.worstWastedBytes) {
			this.worst = collection;
			this.worstWastedBytes = fill.wastedBytes();
		}
	}

	long instances() {
		return this.instances;
	}

	long wastedBytes() {
		return this.wastedBytes;
	}

	CollectionRow row(HeapGraph graph) {
		double fillRatio = (this.slots > 0) ? (double) this.taken / this.slots : 0;
		return new CollectionRow(new HeapNode.AllInstances(this.type).toString(), graph.className(this.type), this.kind,
				this.instances, this.empty, this.sparse, this.elements, this.slots, fillRatio, this.wastedBytes,
				new HeapNode.AnObject(graph.object(this.worst).id()).toString(), this.worstWastedBytes);
	}

}
