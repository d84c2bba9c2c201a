package io.github.heapwise.heapview;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.github.heapwise.heapgraph.ClassSummary;
import io.github.heapwise.heapgraph.HeapGraph;
import io.github.heapwise.hprof.CancelSignal;
import io.github.heapwise.heapview.FoundSuspects.FoundSuspect;
import io.github.heapwise.heapview.RegionTotals.ClassTotal;

/**
 * Puts suspects into words.
 */
final class SuspectWords {

	private static final int MAX_HELD = 5;

	private final HeapGraph graph;

	private final long reachableBytes;

	SuspectWords(HeapGraph graph, long reachableBytes) {
		this.graph = graph;
		this.reachableBytes = reachableBytes;
	}

	/**
	 * Describe an object.
	 * @param gathering where it gathers
	 * @param totals what gathers there
	 * @return the suspect
	 */
	FoundSuspect object(SuspectFinder.Gathering gathering, List<ClassTotal> totals) throws IOException {
		HeldBy heldBy = gathering.heldBy();
		int object = heldBy.outermost();
		int type = this.graph.classOf(object);
		long retainedBytes = this.graph.retainedBytes(object);
		String sentence = "One '%s' %s retains %s%s".formatted(this.graph.className(type), heldBy.words(object),
				size(retainedBytes), mostOf(totals));
		return new FoundSuspect("object", sentence, object, type, this.graph.classSummary(type).instances(),
				retainedBytes, gathering.point().object(), heldBy.steps(), held(totals));
	}

	/**
	 * Describe a class.
	 * @param type the class
	 * @param retainedBytes what its instances retain that no other suspect does
	 * @return the suspect, empty if it is no matter of the application
	 */
	Optional<FoundSuspect> type(ClassSummary type, long retainedBytes) throws IOException {
		int largest = this.graph.largestInstances(type.number(), 0, 1, CancelSignal.NEVER)[0];
		HeldBy heldBy = new HeldBy(this.graph, largest);
		if (heldBy.isClassData() || heldBy.isObserver()) {
			return Optional.empty();
		}
		String sentence = "%s instances of '%s' retain %s, the largest of them %s"
			.formatted(Amount.count(type.instances()), type.name(), size(retainedBytes), heldBy.words(largest));
		Suspect.HeldClass held = new Suspect.HeldClass(node(type.number()), type.name(), type.instances(),
				type.shallowBytes(), retainedBytes);
		return Optional.of(new FoundSuspect("class", sentence, largest, type.number(), type.instances(), retainedBytes,
				-1, heldBy.steps(), List.of(held)));
	}

	private String mostOf(List<ClassTotal> totals) {
		if (totals.isEmpty()) {
			return "";
		}
		ClassTotal most = contents(totals);
		return ", most of it %s '%s' (%s)".formatted(Amount.count(most.objects()), this.graph.className(most.type()),
				Amount.bytes(most.retainedBytes()));
	}

	// People look for what they have put in, not for the nodes of a map: as many objects
	// as there are of what retains most, of their own or the JDK's that are no parts of
	// collections.
	private ClassTotal contents(List<ClassTotal> totals) {
		ClassTotal first = totals.get(0);
		return totals.stream()
			.limit(MAX_HELD)
			.filter((total) -> total.objects() >= first.objects() / 2
					&& total.retainedBytes() >= first.retainedBytes() / 10)
			.filter((total) -> !isPart(this.graph.className(total.type())))
			.findFirst()
			.orElse(first);
	}

	private static boolean isPart(String className) {
		return className.startsWith("java.util.") && className.indexOf('$') > 0 || className.endsWith("[]");
	}

	private List<Suspect.HeldClass> held(List<ClassTotal> totals) {
		List<Suspect.HeldClass> held = new ArrayList<>();
		for (ClassTotal total : totals.subList(0, Math.min(MAX_HELD, totals.size()))) {
			held.add(new Suspect.HeldClass(node(total.type()), this.graph.className(total.type()), total.objects(),
					total.shallowBytes(), total.retainedBytes()));
		}
		return held;
	}

	private String size(long bytes) {
		return "%s (%s)".formatted(Amount.bytes(bytes),
				Amount.percent((double) bytes / Math.max(1, this.reachableBytes)));
	}

	private static String node(int type) {
		return new HeapNode.AllInstances(type).toString();
	}

}
