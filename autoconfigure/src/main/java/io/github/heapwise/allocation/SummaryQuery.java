package io.github.heapwise.allocation;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.github.heapwise.allocation.AllocationSummary.NamedBytes;

/**
 * Adds up the buckets of a range by function and by class, without building a tree and
 * without spreading samples that have no stack: functions are taken to have the same
 * share of those as of the others.
 */
final class SummaryQuery {

	private static final int MAX_NAMES = 10;

	private final BucketRange range;

	private final SampleTree tree;

	private final ThreadGroups groups;

	private final Map<Integer, Double> bytesByFunction = new HashMap<>();

	private final Map<Integer, Double> bytesByType = new HashMap<>();

	private final Map<Integer, Integer> functionByNode = new HashMap<>();

	private double bytes;

	private double bytesWithStack;

	private double bytesWithoutStack;

	private long outsideTlabBytes;

	private long samples;

	/**
	 * Prepare a run.
	 * @param range the buckets
	 * @param tree their nodes
	 * @param groups their thread groups
	 */
	SummaryQuery(BucketRange range, SampleTree tree, ThreadGroups groups) {
		this.range = range;
		this.tree = tree;
		this.groups = groups;
	}

	AllocationSummary run() {
		this.range.buckets().forEach((bucket) -> bucket.cells().forEach(this::addOutside));
		this.range.scalings().forEach((scaling) -> scaling.forEachUnspread(this::add));
		double withStack = this.bytesWithStack;
		double factor = (withStack > 0) ? (withStack + this.bytesWithoutStack) / withStack : 1;
		return new AllocationSummary(this.range.recorded(), this.samples, Math.round(this.bytes), this.outsideTlabBytes,
				most(this.bytesByFunction, factor), most(this.bytesByType, 1));
	}

	// All of them are sampled, so each stands for itself.
	private void addOutside(long key, long cellBytes, long objects, int cellSamples) {
		if (CellKey.sizeClass(key) == SizeClass.LARGER_THAN_TLAB && !isOwn(CellKey.group(key), CellKey.node(key))) {
			this.outsideTlabBytes += cellBytes;
		}
	}

	private void add(int group, int route, int node, double cellBytes, double objects, int cellSamples) {
		if (isOwn(group, node)) {
			return;
		}
		this.bytes += cellBytes;
		this.samples += cellSamples;
		if (this.tree.isAllocatedClass(node)) {
			this.bytesByType.merge(this.tree.allocatedClass(node), cellBytes, Double::sum);
			addToFunction(node, cellBytes);
		}
	}

	private void addToFunction(int node, double cellBytes) {
		if (this.tree.isStackless(node)) {
			this.bytesWithoutStack += cellBytes;
			return;
		}
		this.bytesWithStack += cellBytes;
		int function = this.functionByNode.computeIfAbsent(node, this.tree::applicationFrame);
		if (function != SampleTree.NO_FRAME) {
			this.bytesByFunction.merge(function, cellBytes, Double::sum);
		}
	}

	private boolean isOwn(int group, int node) {
		return node == SampleTree.OWN || (group != GroupScaling.REST && this.groups.isOwn(group));
	}

	private List<NamedBytes> most(Map<Integer, Double> bytesByFrame, double factor) {
		return bytesByFrame.entrySet()
			.stream()
			.sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
			.limit(MAX_NAMES)
			.map((entry) -> new NamedBytes(this.tree.frameName(entry.getKey()), Math.round(factor * entry.getValue())))
			.toList();
	}

}
