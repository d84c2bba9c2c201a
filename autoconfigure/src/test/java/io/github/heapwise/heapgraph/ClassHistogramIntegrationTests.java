package io.github.heapwise.heapgraph;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

import io.github.heapwise.hprof.CancelSignal;
import io.github.heapwise.test.ChildJvm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.netbeans.lib.profiler.heap.Heap;
import org.netbeans.lib.profiler.heap.HeapFactory;
import org.netbeans.lib.profiler.heap.JavaClass;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/**
 * Holds counts and sizes by class against what the JVM that was dumped says itself, and
 * counts against a reader that is not ours.
 */
class ClassHistogramIntegrationTests {

	private static final String HIDDEN = "hidden classes";

	@TempDir
	private Path directory;

	@ParameterizedTest
	@ValueSource(strings = { "-XX:+UseSerialGC", "-XX:+UseParallelGC", "-XX:+UseG1GC",
			"-XX:+UseSerialGC -XX:-UseCompressedOops", "-XX:+UseSerialGC -XX:ObjectAlignmentInBytes=16",
			"-XX:+UseG1GC -XX:ObjectAlignmentInBytes=32",
			"-XX:+UseSerialGC -XX:-UseCompressedOops -XX:-UseCompressedClassPointers" })
	void sizesAreThoseOfTheJvm(String options) throws IOException {
		assertSizesAreThoseOfTheJvm(options);
	}

	@ParameterizedTest
	@EnabledForJreRange(min = JRE.JAVA_25)
	@ValueSource(
			strings = { "-XX:+UseSerialGC -XX:+UseCompactObjectHeaders", "-XX:+UseG1GC -XX:+UseCompactObjectHeaders",
					"-XX:+UseSerialGC -XX:-UseCompressedOops -XX:+UseCompactObjectHeaders" })
	void sizesAreThoseOfAJvmWithCompactHeaders(String options) throws IOException {
		assertSizesAreThoseOfTheJvm(options);
	}

	// Objects of ZGC are not always next to each other.
	@Test
	void sizesAreNearThoseOfZgc() throws IOException {
		Map<String, Row> expected = histogram(run("-XX:+UseZGC"));
		Map<String, Row> actual = classes(dump());
		assertClassesAreAmong(expected, actual);
		assertThat(counts(actual)).isEqualTo(counts(expected));
		assertThat(bytes(actual)).isCloseTo(bytes(expected), within(bytes(expected) * 3 / 100));
	}

	@Test
	void countsAreThoseOfAForeignReader() throws IOException {
		run("-XX:+UseSerialGC");
		Heap heap = HeapFactory.createHeap(dump().toFile());
		Map<String, Long> expected = new TreeMap<>();
		for (Object element : heap.getAllClasses()) {
			JavaClass type = (JavaClass) element;
			if (type.getInstancesCount() > 0 && !type.getName().equals("java.lang.Class")) {
				expected.merge(type.getName(), (long) type.getInstancesCount(), Long::sum);
			}
		}
		Map<String, Long> actual = new TreeMap<>();
		try (HeapGraph graph = open(dump())) {
			for (ClassSummary type : graph.classes()) {
				long count = type.instances() + type.unreachableInstances();
				if (count > 0 && !type.name().equals("java.lang.Class")) {
					actual.merge(type.name(), count, Long::sum);
				}
			}
		}
		assertThat(actual).isEqualTo(expected);
	}

	private void assertSizesAreThoseOfTheJvm(String options) throws IOException {
		Map<String, Row> expected = histogram(run(options.split(" ")));
		Map<String, Row> actual = classes(dump());
		assertClassesAreAmong(expected, actual);
		assertThat(actual.remove(HIDDEN).count()).isEqualTo(expected.remove(HIDDEN).count());
		assertThat(actual).isEqualTo(expected).hasSizeGreaterThan(300);
	}

	// Classes in the archive that are not loaded are objects, but not dumped.
	private static void assertClassesAreAmong(Map<String, Row> expected, Map<String, Row> actual) {
		long loaded = actual.remove("java.lang.Class").count();
		assertThat(loaded).isBetween(500L, expected.remove("java.lang.Class").count());
	}

	private Path run(String... options) throws IOException {
		Files.deleteIfExists(dump());
		Path histogram = this.directory.resolve("histogram.txt");
		ChildJvm.Result child = ChildJvm.running(QuiescedApplication.class)
			.with("-Xmx128m")
			.with(options)
			.run(histogram.toString(), dump().toString());
		assertThat(child.exitValue()).as(child.output()).isZero();
		return histogram;
	}

	private Path dump() {
		return this.directory.resolve("quiesced.hprof");
	}

	// num: instances bytes class (module)
	private static Map<String, Row> histogram(Path file) throws IOException {
		Map<String, Row> rows = new TreeMap<>();
		for (String line : Files.readAllLines(file)) {
			String[] columns = line.trim().split("\\s+");
			if (columns.length >= 4 && columns[0].matches("\\d+:")) {
				String name = StoredClasses.sourceName(columns[3]);
				// What fills gaps looks like an array of numbers in the dump.
				add(rows, name.equals("jdk.internal.vm.FillerElement[]") ? "int[]" : name, Long.parseLong(columns[1]),
						Long.parseLong(columns[2]));
			}
		}
		return rows;
	}

	private static Map<String, Row> classes(Path dump) throws IOException {
		Map<String, Row> rows = new TreeMap<>();
		try (HeapGraph graph = open(dump)) {
			for (ClassSummary type : graph.classes()) {
				long count = type.instances() + type.unreachableInstances();
				if (count > 0) {
					add(rows, type.name(), count, type.shallowBytes() + type.unreachableBytes());
				}
			}
		}
		return rows;
	}

	private static HeapGraph open(Path dump) throws IOException {
		HeapIndexer.index(dump, 2, CancelSignal.NEVER, (ratio) -> {
		});
		return HeapGraph.open(dump);
	}

	private static void add(Map<String, Row> rows, String name, long count, long bytes) {
		rows.merge(name.contains("0x") ? HIDDEN : name, new Row(count, bytes),
				(a, b) -> new Row(a.count() + b.count(), a.bytes() + b.bytes()));
	}

	private static Map<String, Long> counts(Map<String, Row> rows) {
		Map<String, Long> counts = new TreeMap<>();
		rows.forEach((name, row) -> counts.put(name, row.count()));
		return counts;
	}

	private static long bytes(Map<String, Row> rows) {
		return rows.values().stream().mapToLong(Row::bytes).sum();
	}

	private record Row(long count, long bytes) {

	}

}
