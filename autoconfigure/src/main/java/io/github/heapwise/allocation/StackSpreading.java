package io.github.heapwise.allocation;

import java.util.Map;
import java.util.function.Supplier;

import io.github.heapwise.allocation.KnownStacks.Stratum;
import org.jspecify.annotations.Nullable;

/**
 * Spreads samples that were taken without a stack over the stacks known for samples like
 * them. A short burst may have met no slice in the range of a query, so what the time
 * before it tells comes in too. What is known of none stays apart.
 */
final class StackSpreading {

	private final CellMap result = new CellMap();

	private final CellMap stackless = new CellMap();

	private final SampleTree tree;

	private final KnownStacks inRange;

	private final Supplier<KnownStacks> before;

	private @Nullable KnownStacks knownBefore;

	/**
	 * Prepare to spread.
	 * @param tree the nodes
	 * @param inRange learns from the cells themselves
	 * @param before what the time before tells, asked for only if needed
	 */
	StackSpreading(SampleTree tree, KnownStacks inRange, Supplier<KnownStacks> before) {
		this.tree = tree;
		this.inRange = inRange;
		this.before = before;
	}

	/**
	 * Spread what has no stack.
	 * @param cells all cells
	 * @return cells of the same bytes, all with a stack but for those under
	 * {@link SampleTree#withoutKnownStack}
	 */
	CellMap spread(CellMap cells) {
		cells.forEach((key, bytes, objects,
				samples) -> (this.tree.isStackless(CellKey.node(key)) ? this.stackless : this.result).add(key, bytes,
						objects, samples));
		if (this.stackless.size() > 0) {
			cells.forEach(this.inRange);
			this.stackless.forEach(this::spread);
		}
		return this.result;
	}

	// Its samples say nothing about stacks, so they do not count as such.
	private void spread(long key, long bytes, long objects, int samples) {
		Map<Long, Long> known = known(key);
		if (known == null) {
			int node = this.tree.withoutKnownStack(CellKey.node(key));
			this.result.add(CellKey.withNode(key, node), bytes, objects, 0);
			return;
		}
		double all = known.values().stream().mapToLong(Long::longValue).sum();
		Parts ofBytes = new Parts();
		Parts ofObjects = new Parts();
		known.forEach((place, placeBytes) -> this.result.add(CellKey.withPlace(key, place),
				ofBytes.next(bytes * (placeBytes / all)), ofObjects.next(objects * (placeBytes / all)), 0));
	}

	private @Nullable Map<Long, Long> known(long key) {
		for (Stratum stratum : this.inRange.strata(key)) {
			Map<Long, Long> known = this.inRange.in(stratum);
			if (known == null) {
				known = knownBefore().in(stratum);
			}
			if (known != null) {
				return known;
			}
		}
		return null;
	}

	private KnownStacks knownBefore() {
		if (this.knownBefore == null) {
			this.knownBefore = this.before.get();
		}
		return this.knownBefore;
	}

	/**
	 * Rounds the parts of a whole so that they add up to it: what one loses the next one
	 * gets. Three objects on ten stacks would all be lost otherwise.
	 */
	private static final class Parts {

		private double carry;

		long next(double exact) {
			long rounded = Math.round(exact + this.carry);
			this.carry += exact - rounded;
			return rounded;
		}

	}

}
