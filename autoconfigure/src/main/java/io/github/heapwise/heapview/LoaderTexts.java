package io.github.heapwise.heapview;

import io.github.heapwise.heapgraph.HeapGraph;
import io.github.heapwise.heapgraph.HeapObject;
import org.jspecify.annotations.Nullable;

/**
 * How class loaders are called where they stand beside a class.
 */
final class LoaderTexts {

	private LoaderTexts() {
	}

	/**
	 * Describe a loader.
	 * @param graph the dump
	 * @param loader number of the loader, -1 for that of the JVM
	 * @return its class and its address, {@code null} for that of the JVM
	 */
	static @Nullable String of(HeapGraph graph, int loader) {
		if (loader < 0) {
			return null;
		}
		HeapObject object = graph.object(loader);
		return object.className() + " @" + new HeapNode.AnObject(object.id());
	}

}
