package io.github.heapwise.heapview;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

import io.github.heapwise.heapgraph.ClassSummary;
import io.github.heapwise.heapgraph.HeapGraph;
import io.github.heapwise.heapview.BranchingPoints.Point;
import io.github.heapwise.heapview.FoundSuspects.FoundSuspect;
import io.github.heapwise.heapview.RegionTotals.ClassTotal;

/**
 * Finds where much of a heap has gathered. Neither size nor number is enough: class
 * loaders and containers of beans hold most of a healthy application, and all of them
 * hold thousands of objects. What is named has many parts of about the same size, see
 * {@link SuspectRules}, and is not what the JDK keeps for itself or a class loader for
 * its classes.
 * <p>
 * Goes over what all objects retain, and over all of them if something gathers.
 */
final class SuspectFinder {

	private static final int MAX_SUSPECTS = 10;

	private static final int MAX_CLASSES = 32;

	private static final double NEARLY_ALL = 0.8;

	private final HeapGraph graph;

	private final ReportWork work;

	private final long reachableBytes;

	private final SuspectWords words;

	private SuspectFinder(ReportWork work) {
		this.graph = work.graph();
		this.work = work;
		this.reachableBytes = work.graph().reachableBytes();
		this.words = new SuspectWords(work.graph(), this.reachableBytes);
	}

	/**
	 * Find suspects.
	 * @param work of which dump
	 * @return the suspects, at most {@value #MAX_SUSPECTS}
	 */
	static FoundSuspects find(ReportWork work) throws IOException {
		return new SuspectFinder(work).find();
	}

	private FoundSuspects find() throws IOException {
		long threshold = (long) Math.ceil(SuspectRules.MIN_RATIO * this.reachableBytes);
		List<Point> points = BranchingPoints.find(this.graph, threshold, this.work.cancel());
		this.work.at(1, 4);
		List<ClassSummary> classes = largeClasses();
		List<Gathering> gatherings = gatherings(points);
		this.work.at(2, 4);
		RegionTotals totals = totals(gatherings, !classes.isEmpty());
		this.work.at(3, 4);
		List<FoundSuspect> suspects = new ArrayList<>();
		List<Integer> named = new ArrayList<>();
		for (int i = 0; i < gatherings.size(); i++) {
			int top = i;
			boolean within = named.stream().anyMatch((other) -> totals.isBelow(top, other));
			List<ClassTotal> held = within ? List.of() : totals.below(i, gatherings.get(i).point().retainedBytes());
			if (!within && isSuspicious(gatherings.get(i), held) && !leadsToAnother(i, gatherings, totals)) {
				named.add(i);
				suspects.add(this.words.object(gatherings.get(i), held));
			}
		}
		for (ClassSummary type : classes) {
			long outside = Math.min(type.retainedBytes(), totals.retainedOutside(type.number(), named));
			if (isSuspicious(type, outside)) {
				this.words.type(type, outside).ifPresent(suspects::add);
			}
		}
		suspects.sort(Comparator.comparingLong(FoundSuspect::retainedBytes).reversed());
		return new FoundSuspects(this.reachableBytes, threshold,
				suspects.subList(0, Math.min(MAX_SUSPECTS, suspects.size())));
	}

	private List<ClassSummary> largeClasses() {
		long threshold = (long) (SuspectRules.LARGE_RATIO * this.reachableBytes);
		return this.graph.classes()
			.stream()
			.filter((type) -> type.retainedBytes() >= threshold && type.instances() >= SuspectRules.FEW)
			.filter((type) -> !JdkClasses.isJdk(type.name()))
			.sorted(Comparator.comparingLong(ClassSummary::retainedBytes).reversed())
			.limit(MAX_CLASSES)
			.toList();
	}

	private List<Gathering> gatherings(List<Point> points) {
		List<Gathering> gatherings = new ArrayList<>();
		for (Point point : points) {
			this.work.cancel().check();
			if (gatherings.size() == RegionTotals.maxRegions(this.graph)) {
				break;
			}
			Evenness below = Evenness.below(this.graph, point.object());
			boolean even = SuspectRules.isSuspicious(ratio((long) below.sum()), below.effectiveParts());
			if (even || point.first()) {
				HeldBy heldBy = new HeldBy(this.graph, point.object());
				if (!heldBy.isClassData() && !heldBy.isObserver()) {
					gatherings.add(new Gathering(point, even, heldBy));
				}
			}
		}
		return gatherings;
	}

	private RegionTotals totals(List<Gathering> gatherings, boolean withOutside) throws IOException {
		int[] tops = new int[gatherings.size()];
		boolean[] withTops = new boolean[tops.length];
		for (int i = 0; i < tops.length; i++) {
			tops[i] = gatherings.get(i).point().object();
			withTops[i] = gatherings.get(i).point().first();
		}
		return RegionTotals.of(this.graph, tops, withTops, withOutside, this.work.cancel());
	}

	private boolean isSuspicious(Gathering gathering, List<ClassTotal> held) {
		double ratio = ratio(gathering.point().retainedBytes());
		boolean owned = gathering.heldBy().isApplication()
				|| ratio >= SuspectRules.LARGE_RATIO && gathering.heldBy().isByObject()
				|| !held.isEmpty() && !JdkClasses.isJdk(this.graph.className(held.get(0).type()));
		boolean many = gathering.even() || SuspectRules.isSuspicious(ratio, ofItsKind(gathering.point(), held));
		return owned && many;
	}

	// Entries of a map that share a bucket hang on each other, and one of them may lead
	// to another map: what is in that one is of their kind, but does not gather here.
	private boolean leadsToAnother(int top, List<Gathering> gatherings, RegionTotals totals) {
		double nearlyAll = NEARLY_ALL * gatherings.get(top).point().retainedBytes();
		return IntStream.range(0, gatherings.size())
			.filter((other) -> other != top && totals.isBelow(other, top))
			.mapToObj(gatherings::get)
			.anyMatch((other) -> other.even() && other.point().retainedBytes() >= nearlyAll);
	}

	private long ofItsKind(Point point, List<ClassTotal> held) {
		int type = this.graph.classOf(point.object());
		return held.stream().filter((total) -> total.type() == type).mapToLong(ClassTotal::objects).sum();
	}

	private boolean isSuspicious(ClassSummary type, long retainedBytes) {
		if (ratio(retainedBytes) < SuspectRules.LARGE_RATIO) {
			return false;
		}
		Evenness instances = Evenness.ofClass(this.graph, type.number(), this.work.cancel());
		return SuspectRules.isSuspicious(ratio(retainedBytes), instances.effectiveParts());
	}

	private double ratio(long bytes) {
		return (double) bytes / Math.max(1, this.reachableBytes);
	}

	/**
	 * Where something gathers.
	 *
	 * @param point where
	 * @param even whether it is many objects of about the same size that no other object
	 * holds
	 * @param heldBy what holds that
	 */
	record Gathering(Point point, boolean even, HeldBy heldBy) {

	}

}
