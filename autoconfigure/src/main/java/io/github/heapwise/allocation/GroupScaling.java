package io.github.heapwise.allocation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import io.github.heapwise.jvm.TotalAllocatedBytes;
import io.github.heapwise.timeline.RouteTable;
import org.jspecify.annotations.Nullable;

/**
 * Turns raw sampled bytes into estimates, over a whole range at once.
 * <p>
 * Each thread group is scaled to its exact counter, which also takes back what an idle
 * thread seems to allocate when it refills its TLAB after a collection. Groups without a
 * counter share one factor, to what the process allocated besides the counted ones. A
 * group with bytes but without samples keeps its bytes: they are never given to others.
 * <p>
 * Measured with half of all bytes allocated in short bursts and one tenth of the stacks
 * sampled: 2 % of bytes misattributed, against 17 % when each bucket is scaled alone.
 */
final class GroupScaling {

	/**
	 * Stands for the groups without a counter, where bytes but no samples are known.
	 */
	static final int REST = -1;

	// any number that can be spread over many stacks without rounding them away
	private static final long EVEN_BYTES = 1 << 20;

	private final CellMap cells = new CellMap();

	private final SampleTree tree;

	private final ThreadGroups groups;

	private final Regime regime;

	private final Supplier<KnownStacks> stacksBefore;

	private final List<ExactBytes> exactOfBuckets = new ArrayList<>();

	private @Nullable ExactBytes exact;

	private final Map<Integer, TlabWeights> weightsByGroup = new HashMap<>();

	// by group, the last slot for all groups without a counter
	private final double[] inTlab;

	// objects larger than any TLAB
	private final double[] outside;

	/**
	 * Create a scaling of no buckets yet.
	 * @param regime how their samples are weighed
	 * @param tree their nodes
	 * @param groups their thread groups
	 * @param stacksBefore stacks of the time before, asked for only if needed
	 */
	GroupScaling(Regime regime, SampleTree tree, ThreadGroups groups, Supplier<KnownStacks> stacksBefore) {
		this.stacksBefore = stacksBefore;
		this.regime = regime;
		this.tree = tree;
		this.groups = groups;
		this.inTlab = new double[groups.size() + 1];
		this.outside = new double[groups.size() + 1];
	}

	void add(Bucket bucket) {
		bucket.cells().forEach(this.cells::add);
		this.exactOfBuckets.add(bucket.exact());
		this.exact = null;
	}

	ExactBytes exact() {
		if (this.exact == null) {
			this.exact = ExactBytes.sum(this.exactOfBuckets);
		}
		return this.exact;
	}

	/**
	 * Return whether every group can be scaled.
	 * @return {@code false} where the JVM does not tell the total of the process
	 */
	boolean isComplete() {
		return exact().totalBytes() != TotalAllocatedBytes.UNKNOWN;
	}

	/**
	 * Visit the estimates. To be called once.
	 * @param visitor sees them
	 */
	void forEach(ScaledCellVisitor visitor) {
		CellMap weighed = (this.regime == Regime.EVEN) ? evened() : this.cells;
		weighed.forEach(this::weigh);
		CellMap spread = new StackSpreading(this.tree, new KnownStacks(this.tree, this.groups::pool), this.stacksBefore)
			.spread(weighed);
		spread.forEach(this::sumUp);
		spread.forEach((key, bytes, objects, samples) -> {
			double scaled = factor(key) * weight(key, bytes);
			double scaledObjects = (bytes > 0) ? objects * (scaled / bytes) : 0;
			visitor.cell(CellKey.group(key), CellKey.route(key), CellKey.node(key), scaled, scaledObjects, samples);
		});
		exact().bytesByGroup().forEach((group, bytes) -> reportNotSampled(group, bytes, visitor));
		reportNotSampled(REST, exact().restBytes(), visitor);
	}

	// Before they are spread: what is spread has bytes but does not count as samples.
	private CellMap evened() {
		CellMap even = CellMap.withRoomFor(this.cells.size());
		this.cells.forEach((key, bytes, objects, samples) -> even.add(key,
				isScalable(CellKey.group(key)) ? samples * EVEN_BYTES : bytes, objects, samples));
		return even;
	}

	private boolean isScalable(int group) {
		return isComplete() || this.groups.hasOwnCounter(group);
	}

	private void weigh(long key, long bytes, long objects, int samples) {
		weightsOf(CellKey.group(key)).add(CellKey.sizeClass(key), bytes, samples);
	}

	private TlabWeights weightsOf(int group) {
		return this.weightsByGroup.computeIfAbsent(group, (unseen) -> new TlabWeights());
	}

	private void sumUp(long key, long bytes, long objects, int samples) {
		double[] sums = isOutside(key) ? this.outside : this.inTlab;
		sums[slot(CellKey.group(key))] += weight(key, bytes);
	}

	private void reportNotSampled(int group, long bytes, ScaledCellVisitor visitor) {
		int slot = (group != REST) ? slot(group) : this.inTlab.length - 1;
		if (bytes > 0 && this.inTlab[slot] + this.outside[slot] == 0) {
			int node = this.tree.notSampled((group != REST) ? this.groups.name(group) : "other threads");
			visitor.cell(group, RouteTable.NONE, node, bytes, 0, 0);
		}
	}

	// What is larger than a TLAB is complete, so the rest takes the correction if it can.
	private double factor(long key) {
		int group = CellKey.group(key);
		int slot = slot(group);
		long exactBytes = this.groups.hasOwnCounter(group) ? exact().of(group) : exact().restBytes();
		double in = this.inTlab[slot];
		double out = this.outside[slot];
		if (exactBytes == TotalAllocatedBytes.UNKNOWN) {
			return 1;
		}
		if (this.regime == Regime.WEIGHED && in > 0 && exactBytes > out) {
			return isOutside(key) ? 1 : (exactBytes - out) / in;
		}
		return exactBytes / (in + out);
	}

	private double weight(long key, long bytes) {
		return bytes * weightsOf(CellKey.group(key)).factor(CellKey.sizeClass(key));
	}

	private static boolean isOutside(long key) {
		return CellKey.sizeClass(key) == SizeClass.LARGER_THAN_TLAB;
	}

	private int slot(int group) {
		return this.groups.hasOwnCounter(group) ? group : this.inTlab.length - 1;
	}

}
