package io.github.heapwise.allocation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
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

	private final Map<Stratum, Map<Long, Long>> bytesByPlace = new HashMap<>();

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
		if (!this.tree.isStackless(CellKey.node(key))) {
			for (Stratum stratum : strata(key)) {
				this.bytesByPlace.computeIfAbsent(stratum, (unseen) -> new HashMap<>())
					.merge(CellKey.place(key), bytes, Long::sum);
			}
		}
	}

	/**
	 * Return the stacks of a stratum.
	 * @param stratum what they have in common
	 * @return bytes by {@link CellKey#place}, {@code null} if none is known
	 */
	@Nullable Map<Long, Long> in(Stratum stratum) {
		return this.bytesByPlace.get(stratum);
	}

	/**
	 * Return what a sample may share with others, the closest first: class, size and
	 * thread group, or its pool, whose threads do the same work; failing that, any size.
	 * Always the noted route: what was done for one request is never that of another. Any
	 * thread only for the same route: a string of the thread that starts the application
	 * comes from another place than one of a thread that serves requests.
	 * @param key key of the sample's cell
	 * @return the strata
	 */
	List<Stratum> strata(long key) {
		int route = RouteTag.withoutStack(CellKey.tag(key));
		int allocatedClass = this.tree.allocatedClass(CellKey.node(key));
		List<String> threads = threads(CellKey.group(key), route != RouteTag.NONE);
		List<Stratum> strata = new ArrayList<>(2 * threads.size());
		for (int size : new int[] { CellKey.sizeClass(key), ANY_SIZE }) {
			for (String some : threads) {
				strata.add(new Stratum(some, route, size, allocatedClass));
			}
		}
		return strata;
	}

	private List<String> threads(int group, boolean any) {
		String one = String.valueOf(group);
		String pool = "pool " + this.poolByGroup.apply(group);
		return any ? List.of(one, pool, ANY) : List.of(one, pool);
	}

	/**
	 * What samples have in common.
	 *
	 * @param threads the threads they come from
	 * @param route what was noted for them, see {@link RouteTag}
	 * @param sizeClass size class of the objects
	 * @param allocatedClass frame of their class
	 */
	record Stratum(String threads, int route, int sizeClass, int allocatedClass) {
	}

}
