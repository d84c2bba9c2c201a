package io.github.heapwise.heapview;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.concurrent.ThreadLocalRandom;

import io.github.heapwise.heapgraph.FieldPlace;
import io.github.heapwise.heapgraph.HeapGraph;
import io.github.heapwise.heapgraph.HeapReader;
import io.github.heapwise.heapgraph.ObjectSet;
import org.jspecify.annotations.Nullable;

/**
 * Counts texts that are there several times. Hashes all reachable strings, 200 ns each,
 * and compares their hashes part by part. Strings that share an array are one copy.
 */
final class DuplicateReport {

	static final Report<DuplicateTexts> REPORT = new Report<>("duplicates", DuplicateTexts.class,
			(work) -> new DuplicateReport(work).compute());

	private static final int MAX_ROWS = 2000;

	private static final int STEP_MASK = 0xF_FFFF;

	private static final String STRING = "java.lang.String";

	private static final String REDACTED = "All texts in this heap dump are zeros: it was redacted when it was written";

	// The rest is for comparing.
	private static final double HASHING_RATIO = 0.8;

	private final ReportWork work;

	private final HeapGraph graph;

	private final ClassNumbers classes;

	private final TextHash hash = new TextHash(ThreadLocalRandom.current().nextLong());

	private final PriorityQueue<Copies> worst = new PriorityQueue<>(Comparator.comparingLong(Copies::wastedBytes)
		.thenComparing(Comparator.comparingInt(Copies::string).reversed()));

	private long arrayBytes;

	private long texts;

	private long blankTexts;

	private long distinct;

	private long wastedBytes;

	private DuplicateReport(ReportWork work) {
		this.work = work;
		this.graph = work.graph();
		this.classes = new ClassNumbers(work.graph());
	}

	private DuplicateTexts compute() throws IOException {
		int type = this.classes.number(STRING);
		if (type == ClassNumbers.NONE) {
			return DuplicateTexts.unavailable(0, 0, "There is no class '" + STRING + "' in this heap dump");
		}
		long strings = this.graph.classSummary(type).instances();
		long stringBytes = this.graph.classSummary(type).shallowBytes();
		try (TextPartitions parts = new TextPartitions(this.graph.directory(), strings)) {
			hash(type, parts);
			if (2 * this.blankTexts > this.texts) {
				return DuplicateTexts.unavailable(strings, stringBytes + this.arrayBytes, REDACTED);
			}
			compare(parts, (strings > 0) ? stringBytes / strings : 0);
		}
		return new DuplicateTexts(strings, this.distinct, stringBytes + this.arrayBytes, this.wastedBytes, null,
				rows(type));
	}

	private void hash(int type, TextPartitions parts) throws IOException {
		try (HeapReader strings = this.graph.walk();
				HeapReader arrays = this.graph.visit();
				ObjectSet seen = this.graph.emptySet()) {
			FieldPlace coder = coder(type);
			int bytes = this.classes.number("byte[]");
			int characters = this.classes.number("char[]");
			int count = this.graph.objects();
			for (int i = 0; i < count; i++) {
				if ((i & STEP_MASK) == 0) {
					this.work.at((long) (i * HASHING_RATIO), count);
				}
				if (strings.classOf(i) == type && strings.isReachable(i)) {
					int array = strings.firstReference(i);
					int arrayType = (array != HeapReader.NONE) ? arrays.classOf(array) : HeapReader.NONE;
					boolean text = arrayType >= 0 && (arrayType == bytes || arrayType == characters);
					if (text && seen.add(array)) {
						long salt = (coder != null) ? strings.number(i, coder) : 0;
						add(i, array, salt, (arrayType == characters) ? Character.BYTES : 1, arrays, parts);
					}
				}
			}
		}
	}

	private void add(int string, int array, long salt, int elementBytes, HeapReader arrays, TextPartitions parts)
			throws IOException {
		long shallowBytes = arrays.shallowBytes(array);
		long length = arrays.length(array);
		this.arrayBytes += shallowBytes;
		this.hash.begin(length << Short.SIZE | salt << 2 & 0xFFFF | elementBytes);
		arrays.read(array, elementBytes, this.hash);
		if (length > 0) {
			this.texts++;
			this.blankTexts += this.hash.isBlank() ? 1 : 0;
		}
		parts.add(this.hash.value(), (int) (shallowBytes >>> 3), string);
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

	private List<DuplicateRow> rows(int type) throws IOException {
		List<DuplicateRow> rows = new ArrayList<>();
		try (HeapReader reader = this.graph.visit()) {
			FieldPlace coder = coder(type);
			for (Copies copies : this.worst) {
				boolean wide = coder != null && reader.number(copies.string(), coder) != 0;
				long length = reader.length(reader.firstReference(copies.string()));
				rows.add(new DuplicateRow(new HeapNode.AnObject(this.graph.object(copies.string()).id()).toString(),
						(int) (wide ? length / 2 : length), copies.count(), copies.count() * copies.bytes(),
						copies.wastedBytes(), null));
			}
		}
		return rows;
	}

	private @Nullable FieldPlace coder(int type) {
		return this.graph.field(type, STRING, "coder");
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
