package io.github.heapwise.heapview;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.github.heapwise.heapgraph.HeapGraph;
import io.github.heapwise.heapview.FoundSuspects.FoundSuspect;
import io.github.heapwise.heapview.Suspect.Growth;
import org.jspecify.annotations.Nullable;

/**
 * Suspects from their report, with how they changed since an earlier dump.
 */
final class SuspectsView {

	private static final Comparator<Suspect> BY_GROWTH = Comparator
		.<Suspect>comparingLong((suspect) -> (suspect.growth() != null) ? suspect.growth().deltaBytes() : 0)
		.reversed();

	private final HeapGraph graph;

	private final ObjectRows rows;

	SuspectsView(HeapGraph graph, ObjectRows rows) {
		this.graph = graph;
		this.rows = rows;
	}

	/**
	 * Return the suspects.
	 * @param earlier an earlier dump, {@code null} for none
	 * @return suspects, those that grew most or are the largest first
	 * @throws IOException if the report is not there, or the dump cannot be read
	 */
	Suspects since(@Nullable HeapGraph earlier) throws IOException {
		FoundSuspects found = HeapReports.of(this.graph).read(FoundSuspects.REPORT);
		Changes changes = (earlier != null && !found.suspects().isEmpty()) ? new Changes(earlier, found) : null;
		List<Suspect> suspects = new ArrayList<>();
		for (FoundSuspect suspect : found.suspects()) {
			suspects.add(suspect(suspect, (changes != null) ? changes.of(suspect) : null));
		}
		suspects.sort(BY_GROWTH);
		return new Suspects(found.reachableBytes(), found.thresholdBytes(), suspects);
	}

	private Suspect suspect(FoundSuspect found, @Nullable Growth growth) throws IOException {
		String sentence = (growth != null) ? found.sentence() + words(found, growth) : found.sentence();
		ObjectRow accumulation = (found.accumulation() >= 0) ? this.rows.row(found.accumulation()) : null;
		return new Suspect(found.kind(), sentence, this.rows.row(found.object()),
				new HeapNode.AllInstances(found.type()).toString(), this.graph.className(found.type()),
				found.instances(), found.retainedBytes(), this.rows.ratio(found.retainedBytes()), accumulation,
				found.path(), found.held(), growth);
	}

	private static String words(FoundSuspect found, Growth growth) {
		String held = found.held().isEmpty() ? ""
				: ", with %s %s '%s'".formatted(Amount.count(Math.abs(growth.deltaObjects())),
						(growth.deltaObjects() < 0) ? "less" : "more", found.held().get(0).className());
		return "; %s %s than %s before%s".formatted(Amount.bytes(Math.abs(growth.deltaBytes())),
				(growth.deltaBytes() < 0) ? "less" : "more", Amount.time(Math.max(0, growth.millis())), held);
	}

	/**
	 * What has changed, by class: objects of two dumps cannot be told to be the same.
	 */
	private final class Changes {

		private final Map<String, ClassSums> now;

		private final Map<String, ClassSums> before;

		private final long millis;

		Changes(HeapGraph earlier, FoundSuspects found) {
			Set<String> names = new HashSet<>();
			for (FoundSuspect suspect : found.suspects()) {
				names.add(ClassSums.comparableName(type(suspect)));
				names.add(ClassSums.comparableName(held(suspect)));
			}
			this.now = ClassSums.byName(SuspectsView.this.graph, names::contains);
			this.before = ClassSums.byName(earlier, names::contains);
			this.millis = SuspectsView.this.graph.taken().toEpochMilli() - earlier.taken().toEpochMilli();
		}

		Growth of(FoundSuspect suspect) {
			String type = type(suspect);
			String held = held(suspect);
			return new Growth(retainedBytes(this.now, type) - retainedBytes(this.before, type),
					instances(this.now, held) - instances(this.before, held), this.millis);
		}

		private String type(FoundSuspect suspect) {
			return SuspectsView.this.graph.className(suspect.type());
		}

		private static String held(FoundSuspect suspect) {
			return suspect.held().isEmpty() ? "" : suspect.held().get(0).className();
		}

		private static long retainedBytes(Map<String, ClassSums> sums, String className) {
			ClassSums sum = sums.get(ClassSums.comparableName(className));
			return (sum != null) ? sum.retainedBytes() : 0;
		}

		private static long instances(Map<String, ClassSums> sums, String className) {
			ClassSums sum = sums.get(ClassSums.comparableName(className));
			return (sum != null) ? sum.instances() : 0;
		}

	}

}
