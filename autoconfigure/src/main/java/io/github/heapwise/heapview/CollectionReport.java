package io.github.heapwise.heapview;

import java.io.IOException;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.github.heapwise.heapgraph.HeapReader;
import io.github.heapwise.heapview.KnownCollections.KnownCollection;

/**
 * Tells how full collections and arrays of references are, by class. Looks at the kind of
 * all objects twice, first for what belongs to another collection: the map in a set, the
 * array in a list.
 */
final class CollectionReport {

	static final Report<CollectionRows> REPORT = new Report<>("collections", CollectionRows.class,
			(work) -> new CollectionReport(work).compute());

	private static final int MAX_ROWS = 2000;

	private static final int STEP_MASK = 0xF_FFFF;

	private static final String ARRAY = "array";

	private final ReportWork work;

	private final KnownCollections known;

	private final Map<Integer, FillTally> tallyByType = new HashMap<>();

	private CollectionReport(ReportWork work) {
		this.work = work;
		this.known = new KnownCollections(work.graph());
	}

	private CollectionRows compute() throws IOException {
		HeapReader reader = this.work.graph().reader();
		try (FillReader fills = new FillReader(this.work.graph(), reader, this.known)) {
			visit(reader, 0, (object, type) -> {
				KnownCollection how = this.known.get(type);
				if (how != null) {
					fills.own(object, how);
				}
			});
			visit(reader, 1, (object, type) -> {
				if (!fills.isOwned(object)) {
					add(object, type, fills);
				}
			});
		}
		return rows(this.tallyByType.values());
	}

	private void visit(HeapReader reader, int round, Visitor visitor) throws IOException {
		int count = this.work.graph().objects();
		for (int i = 0; i < count; i++) {
			if ((i & STEP_MASK) == 0) {
				this.work.at((long) round * count + i, 2L * count);
			}
			int type = reader.classOf(i);
			// A malformed dump may have an instance of a class of arrays.
			boolean array = this.known.isReferenceArray(type) && reader.length(i) >= 0;
			if ((array || this.known.get(type) != null) && reader.isReachable(i)) {
				visitor.visit(i, type);
			}
		}
	}

	private void add(int object, int type, FillReader fills) throws IOException {
		// A thousand lists may share one array of millions.
		this.work.cancel().check();
		KnownCollection how = this.known.get(type);
		String kind = (how != null) ? how.type().kind() : ARRAY;
		this.tallyByType.computeIfAbsent(type, (added) -> new FillTally(added, kind))
			.add(object, (how != null) ? fills.collection(object, how) : fills.array(object));
	}

	private CollectionRows rows(Collection<FillTally> tallies) {
		List<CollectionRow> rows = tallies.stream()
			.sorted(Comparator.comparingLong(FillTally::wastedBytes).reversed())
			.limit(MAX_ROWS)
			.map((tally) -> tally.row(this.work.graph()))
			.toList();
		return new CollectionRows(tallies.stream().mapToLong(FillTally::instances).sum(),
				tallies.stream().mapToLong(FillTally::wastedBytes).sum(), rows);
	}

	/**
	 * Gets objects that may be of interest.
	 */
	@FunctionalInterface
	private interface Visitor {

		void visit(int object, int type) throws IOException;

	}

}
