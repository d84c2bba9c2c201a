package io.github.heapwise.heapview;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import io.github.heapwise.hprof.CancelSignal;
import io.github.heapwise.hprof.Redaction;
import io.github.heapwise.hprof.RedactionSettings;
import io.github.heapwise.test.ChildJvm;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link HeapReports} with dumps of a real JVM.
 */
class HeapReportsIntegrationTests {

	private static final TableQuery ALL = new TableQuery(1, 1000, null, false, "");

	private static final TableQuery OURS = new TableQuery(1, 1000, null, false,
			CollectingApplication.class.getSimpleName());

	// All of java.util that may have free room, and those that have none.
	private static final int KINDS = 20;

	@TempDir
	private static Path directory;

	private static Path raw;

	@BeforeAll
	static void dump() {
		raw = directory.resolve("raw.hprof");
		ChildJvm.Result child = ChildJvm.running(CollectingApplication.class).with("-Xmx64m").run(raw.toString());
		assertThat(child.exitValue()).as(child.output()).isZero();
	}

	@Test
	void collectionsOfEveryKindAreKnown() throws Exception {
		try (AnalysedDump dump = AnalysedDump.of(raw)) {
			List<CollectionRow> rows = dump.views.collections(OURS).table().rows();
			assertThat(rows).hasSize(KINDS);
			assertThat(rows).allSatisfy((row) -> {
				assertThat(row.instances()).isEqualTo(1);
				assertThat(row.elements()).as(row.toString()).isEqualTo(CollectingApplication.ELEMENTS);
				assertThat(row.empty()).isZero();
				assertThat(row.fillRatio()).isGreaterThan(0).isLessThanOrEqualTo(1);
			});
			assertThat(rows).extracting(CollectionRow::kind).contains("map", "list", "set", "queue");
			assertThat(rows).extracting(CollectionRow::slots).contains(64L, 100L, 50L);
		}
	}

	@Test
	void redactionChangesNothingAboutFreeRoom() throws Exception {
		Map<String, Long> before;
		try (AnalysedDump dump = AnalysedDump.of(raw)) {
			before = wastedBytesByClass(dump, OURS);
		}
		try (AnalysedDump dump = AnalysedDump.of(redacted())) {
			assertThat(wastedBytesByClass(dump, OURS)).isEqualTo(before);
			assertThat(dump.views.duplicates(ALL).unavailableReason()).contains("redacted");
		}
	}

	@Test
	void copiesOfTextsAreCounted() throws Exception {
		try (AnalysedDump dump = AnalysedDump.of(raw)) {
			Duplicates duplicates = dump.views.duplicates(ALL);
			assertThat(duplicates.unavailableReason()).isNull();
			assertThat(duplicates.strings()).isEqualTo(reachableStrings(dump));
			assertThat(duplicates.distinctStrings()).isBetween(1000L, duplicates.strings());
			assertThat(duplicates.table().rows()).anySatisfy((row) -> assertCopies(row, CollectingApplication.NARROW))
				.anySatisfy((row) -> assertCopies(row, CollectingApplication.WIDE));
		}
	}

	@Test
	void reportsAreWrittenOnce() throws Exception {
		try (AnalysedDump dump = AnalysedDump.of(raw)) {
			assertThat(HeapReports.areWritten(dump.file)).isTrue();
			HeapReports.write(dump.file, CancelSignal.NEVER, (ratio) -> assertThat(ratio).isBetween(0.0, 1.0));
			assertThat(HeapReports.areWritten(dump.file)).isTrue();
		}
	}

	private static void assertCopies(DuplicateRow row, String text) {
		assertThat(row.value()).isEqualTo(text);
		assertThat(row.length()).isEqualTo(text.length());
		assertThat(row.copies()).isBetween((long) CollectingApplication.COPIES, CollectingApplication.COPIES + 3L);
	}

	private static long reachableStrings(AnalysedDump dump) throws IOException {
		return dump.views.classes(new TableQuery(1, 1000, null, false, "java.lang.String"))
			.rows()
			.stream()
			.filter((row) -> row.name().equals("java.lang.String"))
			.mapToLong(ClassRow::instances)
			.sum();
	}

	private static Map<String, Long> wastedBytesByClass(AnalysedDump dump, TableQuery query) throws IOException {
		return dump.views.collections(query)
			.table()
			.rows()
			.stream()
			.collect(Collectors.toMap(CollectionRow::className, CollectionRow::wastedBytes));
	}

	private static Path redacted() throws IOException {
		Path file = directory.resolve("redacted.hprof");
		Redaction.of(raw, RedactionSettings.STRICT, CancelSignal.NEVER).writeTo(file, CancelSignal.NEVER);
		return file;
	}

}
