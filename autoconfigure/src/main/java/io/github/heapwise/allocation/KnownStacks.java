package io.github.heapwise.allocation;

import java.util.HashMap;
import java.util.Map;
import java.util.function.IntFunction;

import org.jspecify.annotations.Nullable;

/**
 * The stacks that were seen, by what a sample without one has in common with them. A few
 * map entries per cell.
 */
final class KnownStacks implements CellVisitor {

	private static final String ANY = "";

	private static final int ANY_SIZE = -1;

	private final Map<Stratum, Map<Integer, Long>> bytesByNode = new HashMap<>();

	private final SampleTree tree;

	private final IntFunction<String> poolByGroup;

	/**
	 * Create with none known yet.
	 * @param tree the nodes
	 * @param poolByGroup names the pool of a thread group
	 */
	KnownStacks(SampleTree tree, IntFunction<String> poolByGroup) {
		this.tree = tree;
		this.poolByGroup = poolByGroup;
	}

	/**
	 * Learn from a cell if it has a stack.
	 */
	@Override
	public void cell(long key, long bytes, long objects, int samples) {
		int node = CellKey.node(key);
		if (!this.tree.isStackless(node)) {
			for (Stratum stratum : strata(key)) {
				this.bytesByNode.computeIfAbsent(stratum, (unseen) -> new HashMap<>()).merge(node, bytes, Long::sum);
			}
		}
	}

	@Nullable Map<Integer, Long> in(Stratum stratum) {
		return this.bytesByNode.get(stratum);
	}

	/**
	 * Return what a sample may share with others, the closest first: class, size and
	 * thread group, or its pool, whose threads do the same work, or any thread; failing
	 * that, any size.
	 * @param key key of the sample's cell
	 * @return the strata
	 */
	Stratum[] strata(long key) {
		String group = String.valueOf(CellKey.group(key));
		String pool = "pool " + this.poolByGroup.apply(CellKey.group(key));
		int sizeClass = CellKey.sizeClass(key);
		int allocatedClass = this.tree.allocatedClass(CellKey.node(key));
		return new Stratum[] { new Stratum(group, sizeClass, allocatedClass),
				new Stratum(pool, sizeClass, allocatedClass), new Stratum(ANY, sizeClass, allocatedClass),
				new Stratum(group, ANY_SIZE, allocatedClass), new Stratum(pool, ANY_SIZE, allocatedClass),
				new Stratum(ANY, ANY_SIZE, allocatedClass) };
	}

	/**
	 * What samples have in common.
	 *
	 * @param threads the threads they come from
	 * @param sizeClass size class of the objects
	 * @param allocatedClass frame of their class
	 */
	record Stratum(String threads, int sizeClass, int allocatedClass) {
	}

}
