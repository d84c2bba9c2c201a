package io.github.heapwise.heapview;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import io.github.heapwise.heapgraph.HeapGraph;
import io.github.heapwise.heapgraph.HeapReader;
import io.github.heapwise.heapgraph.Regions;
import io.github.heapwise.hprof.CancelSignal;

/**
 * Adds up by class what is below some objects in the dominator tree. 24 bytes for each of
 * these and each class.
 */
final class RegionTotals {

	private static final int MAX_CELLS = 500_000;

	private static final int MAX_REGIONS = 16;

	private final int[] tops;

	private final int[] regionAbove;

	private final Cells[] cells;

	private final Cells outside;

	private RegionTotals(HeapGraph graph, int[] tops, Regions regions) {
		this.tops = tops;
		int classes = graph.totals().classes();
		this.outside = new Cells(classes);
		this.cells = new Cells[tops.length];
		this.regionAbove = new int[tops.length];
		for (int i = 0; i < tops.length; i++) {
			this.cells[i] = new Cells(classes);
			int dominator = graph.dominator(tops[i]);
			this.regionAbove[i] = (dominator >= 0) ? regions.region(dominator) : Regions.NONE;
		}
	}

	/**
	 * Add up. Reads 8 bytes of every object, 12 of those below.
	 * @param graph the dump
	 * @param tops numbers of the objects, at most {@link #maxRegions}
	 * @param withTops whether they are to be counted themselves
	 * @param withOutside whether to add up what is not below them, too
	 * @param cancel asked every million objects
	 * @return the totals
	 */
	static RegionTotals of(HeapGraph graph, int[] tops, boolean[] withTops, boolean withOutside, CancelSignal cancel)
			throws IOException {
		HeapReader reader = graph.reader();
		try (Regions regions = graph.regions(tops, cancel)) {
			RegionTotals totals = new RegionTotals(graph, tops, regions);
			RecentClasses classes = new RecentClasses(graph);
			InstanceBytes sizes = new InstanceBytes(graph, reader);
			graph.reachable(0, cancel, (object, retainedBytes, dominator) -> {
				int region = regions.region(object);
				if ((region >= 0) ? withTops[region] || object != tops[region] : withOutside) {
					int type = reader.classOf(object);
					boolean nested = dominator >= 0 && classes.classOf(dominator) == type;
					totals.cells(region).add(type, sizes.of(object, type), nested ? 0 : retainedBytes);
				}
			});
			return totals;
		}
	}

	/**
	 * Return for how many objects there is memory.
	 * @param graph the dump
	 * @return objects
	 */
	static int maxRegions(HeapGraph graph) {
		return Math.max(2, Math.min(MAX_REGIONS, MAX_CELLS / Math.max(1, graph.totals().classes())));
	}

	/**
	 * Return whether an object is below another.
	 * @param top index of the object
	 * @param other index of the other
	 * @return whether it is, or is the same
	 */
	boolean isBelow(int top, int other) {
		int at = top;
		while (at != other && at != Regions.NONE) {
			at = this.regionAbove[at];
		}
		return at == other;
	}

	/**
	 * Return what is below an object.
	 * @param top index of the object
	 * @param maxBytes what it retains, and a class within it therefore at most
	 * @return its classes, those that retain most there first
	 */
	List<ClassTotal> below(int top, long maxBytes) {
		Cells sum = new Cells(this.outside.objects.length);
		for (int i = 0; i < this.tops.length; i++) {
			if (isBelow(i, top)) {
				sum.addAll(this.cells[i]);
			}
		}
		List<ClassTotal> totals = new ArrayList<>();
		for (int type = 0; type < sum.objects.length; type++) {
			if (sum.objects[type] > 0) {
				totals.add(new ClassTotal(type, sum.objects[type], sum.shallowBytes[type],
						Math.min(maxBytes, sum.retainedBytes[type])));
			}
		}
		totals.sort(Comparator.comparingLong(ClassTotal::retainedBytes)
			.thenComparingLong(ClassTotal::shallowBytes)
			.reversed());
		return totals;
	}

	/**
	 * Return what instances of a class retain that are not below given objects.
	 * @param type number of the class
	 * @param without indexes of the objects
	 * @return size in bytes
	 */
	long retainedOutside(int type, List<Integer> without) {
		long retainedBytes = this.outside.retainedBytes[type];
		for (int i = 0; i < this.tops.length; i++) {
			int top = i;
			if (without.stream().noneMatch((other) -> isBelow(top, other))) {
				retainedBytes += this.cells[i].retainedBytes[type];
			}
		}
		return retainedBytes;
	}

	private Cells cells(int region) {
		return (region >= 0) ? this.cells[region] : this.outside;
	}

	/**
	 * Objects of a class.
	 *
	 * @param type number of the class
	 * @param objects how many there are
	 * @param shallowBytes what they take themselves
	 * @param retainedBytes what they retain, without those that others of the class
	 * dominate immediately
	 */
	record ClassTotal(int type, long objects, long shallowBytes, long retainedBytes) {

	}

	private static final class Cells {

		private final long[] objects;

		private final long[] shallowBytes;

		private final long[] retainedBytes;

		Cells(int classes) {
			this.objects = new long[classes];
			this.shallowBytes = new long[classes];
			this.retainedBytes = new long[classes];
		}

		void add(int type, long shallowBytes, long retainedBytes) {
			this.objects[type]++;
			this.shallowBytes[type] += shallowBytes;
			this.retainedBytes[type] += retainedBytes;
		}

		void addAll(Cells other) {
			for (int type = 0; type < this.objects.length; type++) {
				this.objects[type] += other.objects[type];
				this.shallowBytes[type] += other.shallowBytes[type];
				this.retainedBytes[type] += other.retainedBytes[type];
			}
		}

	}

}
