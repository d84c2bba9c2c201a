package io.github.heapwise.heapview;

import java.util.HashMap;
import java.util.Map;

import io.github.heapwise.heapgraph.HeapGraph;

/**
 * Numbers of classes of the JDK, and of arrays of primitives, by their names. Of classes
 * that share a name it is the first one's. Takes 1 us a class of the dump to fill.
 */
final class ClassNumbers {

	static final int NONE = -1;

	private static final String PACKAGE = "java.";

	private final Map<String, Integer> numberByName = new HashMap<>();

	/**
	 * Look at all classes.
	 * @param graph the dump
	 */
	ClassNumbers(HeapGraph graph) {
		int count = graph.totals().classes();
		for (int type = 0; type < count; type++) {
			String name = graph.className(type);
			if (name.startsWith(PACKAGE) || name.indexOf('.') < 0) {
				this.numberByName.putIfAbsent(name, type);
			}
		}
	}

	/**
	 * Return the number of a class.
	 * @param name its name
	 * @return its number, {@link #NONE} if there is no such class
	 */
	int number(String name) {
		return this.numberByName.getOrDefault(name, NONE);
	}

}
