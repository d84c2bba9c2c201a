package io.github.heapwise.heapview;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import io.github.heapwise.heapgraph.HeapGraph;
import io.github.heapwise.heapgraph.HeapObject;

/**
 * Makes rows of objects. Some 100 us each, 300 us for one that says something.
 * <p>
 * Thread-safe.
 */
final class ObjectRows {

	private final HeapGraph graph;

	private final ObjectValues values;

	private final long reachableBytes;

	/**
	 * Prepare to make rows.
	 * @param graph the dump
	 * @param values what objects say
	 * @param reachableBytes what all reachable objects take
	 */
	ObjectRows(HeapGraph graph, ObjectValues values, long reachableBytes) {
		this.graph = graph;
		this.values = values;
		this.reachableBytes = reachableBytes;
	}

	/**
	 * Make a row.
	 * @param number number of the object
	 * @return the row
	 */
	ObjectRow row(int number) throws IOException {
		HeapObject object = this.graph.object(number);
		return new ObjectRow(node(object.id()), object.className(), object.represents(),
				(object.length() >= 0) ? object.length() : null, object.shallowBytes(), object.retainedBytes(),
				ratio(object.retainedBytes()), object.distance(), this.graph.dominatedCount(number),
				this.values.of(number));
	}

	/**
	 * Make rows.
	 * @param numbers numbers of the objects
	 * @return the rows in the same order
	 */
	List<ObjectRow> rows(int... numbers) throws IOException {
		List<ObjectRow> rows = new ArrayList<>(numbers.length);
		for (int number : numbers) {
			rows.add(row(number));
		}
		return rows;
	}

	/**
	 * Return how much that is of all that is reachable.
	 * @param bytes some bytes
	 * @return a part, 0 where nothing is reachable
	 */
	double ratio(long bytes) {
		return (this.reachableBytes > 0) ? (double) bytes / this.reachableBytes : 0;
	}

	private static String node(long id) {
		return new HeapNode.AnObject(id).toString();
	}

}
