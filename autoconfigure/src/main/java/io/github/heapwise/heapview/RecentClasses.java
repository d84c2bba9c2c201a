package io.github.heapwise.heapview;

import java.util.Arrays;

import io.github.heapwise.heapgraph.HeapGraph;

/**
 * Looks up classes of objects that are asked for again and again, while others are far
 * from each other: what dominates thousands, and what is near.
 */
final class RecentClasses {

	private static final int SLOTS = 1 << 12;

	private final HeapGraph graph;

	private final int[] objects = new int[SLOTS];

	private final int[] types = new int[SLOTS];

	RecentClasses(HeapGraph graph) {
		this.graph = graph;
		Arrays.fill(this.objects, -1);
	}

	int classOf(int object) {
		int slot = object & (SLOTS - 1);
		if (this.objects[slot] != object) {
			this.types[slot] = this.graph.classOf(object);
			this.objects[slot] = object;
		}
		return this.types[slot];
	}

}
