package io.github.heapwise.allocation;

import java.util.HashMap;
import java.util.Map;
import java.util.function.IntFunction;

import org.jspecify.annotations.Nullable;

/**
 * Spreads samples that were taken without a stack over the stacks known for the same
 * class: those of the same thread group, else of its pool, whose threads do the same
 * work, else of any thread. What is known of none stays apart.
 */
final class StackSpreading {

	private static final String ANY = "";

	private final CellMap result = new CellMap();

	private final Map<Stratum, Map<Integer, Long>> bytesByNode = new HashMap<>();

	private final SampleTree tree;

	private final IntFunction<String> poolByGroup;

	private StackSpreading(SampleTree tree, IntFunction<String> poolByGroup) {
		this.tree = tree;
		this.poolByGroup = poolByGroup;
	}

	/**
	 * Spread what has no stack.
	 * @param cells all cells
	 * @param tree their nodes
	 * @param poolByGroup names the pool of a thread group
	 * @return cells of the same bytes, all with a stack but for those under
	 * {@link SampleTree#withoutKnownStack}
	 */
	static CellMap spread(CellMap cells, SampleTree tree, IntFunction<String> poolByGroup) {
		CellMap stackless = new CellMap();
		StackSpreading spreading = new StackSpreading(tree, poolByGroup);
		cells.forEach(
				(key, bytes, objects, samples) -> (tree.isStackless(CellKey.node(key)) ? stackless : spreading.result)
					.add(key, bytes, objects, samples));
		if (stackless.size() > 0) {
			cells.forEach(spreading::learn);
			stackless.forEach(spreading::spread);
		}
		return spreading.result;
	}

	private void learn(long key, long bytes, long objects, int samples) {
		int node = CellKey.node(key);
		if (!this.tree.isStackless(node)) {
			for (Stratum stratum : strata(key)) {
				this.bytesByNode.computeIfAbsent(stratum, (unseen) -> new HashMap<>()).merge(node, bytes, Long::sum);
			}
		}
	}

	// Its samples say nothing about stacks, so they do not count as such.
	private void spread(long key, long bytes, long objects, int samples) {
		Map<Integer, Long> known = known(key);
		if (known == null) {
			int node = this.tree.withoutKnownStack(CellKey.node(key));
			this.result.add(CellKey.of(CellKey.group(key), CellKey.outsideTlab(key), node), bytes, objects, 0);
			return;
		}
		double all = known.values().stream().mapToLong(Long::longValue).sum();
		known.forEach(
				(node, nodeBytes) -> this.result.add(CellKey.of(CellKey.group(key), CellKey.outsideTlab(key), node),
						Math.round(bytes * (nodeBytes / all)), Math.round(objects * (nodeBytes / all)), 0));
	}

	private @Nullable Map<Integer, Long> known(long key) {
		for (Stratum stratum : strata(key)) {
			Map<Integer, Long> known = this.bytesByNode.get(stratum);
			if (known != null) {
				return known;
			}
		}
		return null;
	}

	private Stratum[] strata(long key) {
		int group = CellKey.group(key);
		boolean outside = CellKey.outsideTlab(key);
		int allocatedClass = this.tree.allocatedClass(CellKey.node(key));
		return new Stratum[] { new Stratum(String.valueOf(group), outside, allocatedClass),
				new Stratum("pool " + this.poolByGroup.apply(group), outside, allocatedClass),
				new Stratum(ANY, outside, allocatedClass) };
	}

	/**
	 * What samples have in common.
	 *
	 * @param threads the threads they come from
	 * @param outsideTlab whether they went outside TLABs
	 * @param allocatedClass frame of their class
	 */
	private record Stratum(String threads, boolean outsideTlab, int allocatedClass) {
	}

}
