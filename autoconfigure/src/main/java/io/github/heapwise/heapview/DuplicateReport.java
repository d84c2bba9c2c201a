package io.github.heapwise.heapview;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

import io.github.heapwise.heapgraph.ClassSummary;
import io.github.heapwise.heapgraph.HeapGraph;
import io.github.heapwise.heapgraph.HeapReader;

/**
 * Counts texts that are there several times. Hashes those of all reachable strings and
 * compares the hashes part by part, some 300 ns a string. Strings that share an array are
 * one copy.
 */
final class DuplicateReport {

	static final Report<DuplicateTexts> REPORT = new Report<>("duplicates", DuplicateTexts.class,
			(work) -> new DuplicateReport(work).compute());

	private static final int MAX_ROWS = 2000;

	private static final int STEP_MASK = 0xF_FFFF;

	private static final String NO_STRINGS = "There is no class '" + TextReader.STRING + "' in this heap dump";

	private static final String REDACTED = "All texts in this heap dump are zeros: it was redacted when it was written";

	// The rest is for comparing.
	private static final double HASHING_RATIO = 0.8;

	private final ReportWork work;

	private final HeapGraph graph;

	private final PriorityQueue<Copies> worst = new PriorityQueue<>(Comparator.comparingLong(Copies::wastedBytes)
		.thenComparing(Comparator.comparingInt(Copies::string).reversed()));

	private long arrayBytes;

	private long blankTexts;

	private long texts;

	private long distinct;

	private long wastedBytes;

	private DuplicateReport(ReportWork work) {
		this.work = work;
		this.graph = work.graph();
	}

	private DuplicateTexts compute() throws IOException {
		ClassNumbers classes = new ClassNumbers(this.graph);
		int type = classes.number(TextReader.STRING);
		if (type == ClassNumbers.NONE) {
			return DuplicateTexts.unavailable(0, 0, NO_STRINGS);
		}
		ClassSummary strings = this.graph.classSummary(type);
		try (TextReader reader = new TextReader(this.graph, classes);
				TextPartitions parts = new TextPartitions(this.graph.directory(), strings.instances())) {
			hash(type, reader, parts);
			long bytes = strings.shallowBytes() + this.arrayBytes;
			// Some stay that are no texts of the application: names of threads.
			if (2 * this.blankTexts > this.texts) {
				return DuplicateTexts.unavailable(strings.instances(), bytes, REDACTED);
			}
			compare(parts, strings.shallowBytes() / Math.max(1, strings.instances()));
			return new DuplicateTexts(strings.instances(), this.distinct, bytes, this.wastedBytes, null, rows(reader));
		}
	}

	private void hash(int type, TextReader texts, TextPartitions parts) throws IOException {
		int count = this.graph.objects();
		try (HeapReader reader = this.graph.reader()) {
			for (int i = 0; i < count; i++) {
				if ((i & STEP_MASK) == 0) {
					this.work.at((long) (i * HASHING_RATIO), count);
				}
				if (reader.classOf(i) == type && reader.isReachable(i) && texts.read(i)) {
					this.texts++;
					this.blankTexts += texts.isBlank() ? 1 : 0;
					this.arrayBytes += texts.arrayBytes();
					parts.add(texts.hash(), (int) (texts.arrayBytes() >>> 3), i);
				}
			}
		}
	}

	private void compare(TextPartitions parts, long stringBytes) throws IOException {
		TextCopies copies = new TextCopies();
		for (int part = 0; part < parts.count(); part++) {
			this.work.at((long) (100 * (HASHING_RATIO + (1 - HASHING_RATIO) * part / parts.count())), 100);
			copies.clear();
			parts.count(part, copies);
			this.distinct += copies.distinct();
			copies.visitCopied((string, count, words) -> add(new Copies(string, count, stringBytes + 8L * words)));
		}
	}

	private void add(Copies copies) {
		this.wastedBytes += copies.wastedBytes();
		this.worst.add(copies);
		if (this.worst.size() > MAX_ROWS) {
			this.worst.remove();
		}
	}

	private List<DuplicateRow> rows(TextReader reader) throws IOException {
		List<DuplicateRow> rows = new ArrayList<>();
		for (Copies copies : this.worst) {
			HeapNode node = new HeapNode.AnObject(this.graph.object(copies.string()).id());
			rows.add(new DuplicateRow(node.toString(), reader.length(copies.string()), copies.count(),
					copies.count() * copies.bytes(), copies.wastedBytes(), null));
		}
		return rows;
	}

	/**
	 * Copies of a text.
	 *
	 * @param string number of the first string that has it
	 * @param count how many there are
	 * @param bytes what each takes
	 */
	private record Copies(int string, int count, long bytes) {

		long wastedBytes() {
			return (this.count - 1) * this.bytes;
		}

	}

}
