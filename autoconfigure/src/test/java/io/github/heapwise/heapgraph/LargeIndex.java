package io.github.heapwise.heapgraph;

import java.nio.file.Path;

import io.github.heapwise.hprof.CancelSignal;

/**
 * Indexes a dump and looks at it. Argument: the dump.
 */
final class LargeIndex {

	private LargeIndex() {
	}

	public static void main(String[] args) throws Exception {
		Path dump = Path.of(args[0]);
		HeapIndexer.index(dump, 2, CancelSignal.NEVER, (ratio) -> {
		});
		try (HeapGraph graph = HeapGraph.open(dump)) {
			System.out.println("objects=" + graph.objects());
			System.out.println("reachable=" + graph.totals().reachableObjects());
			System.out.println("classes=" + graph.classes().size());
			int[] top = graph.dominated(-1, 0, 1);
			System.out.println("top=" + graph.object(top[0]).represents());
			System.out.println("retained=" + graph.object(top[0]).retainedBytes());
		}
	}

}
