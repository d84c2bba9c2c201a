package io.github.heapwise.heapview;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CancellationException;

import io.github.heapwise.heapgraph.HeapIndexer;
import io.github.heapwise.hprof.BasicType;
import io.github.heapwise.hprof.CancelSignal;
import io.github.heapwise.hprof.HeapDumpBuilder;
import io.github.heapwise.hprof.HprofTag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static io.github.heapwise.hprof.HeapDumpBuilder.Field.field;
import static io.github.heapwise.hprof.HeapDumpBuilder.aHeapDump;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link DuplicateReport}, through {@link HeapReports} and the view.
 */
class DuplicateReportTests {

	private static final byte LATIN1 = 0;

	private static final byte UTF16 = 1;

	@TempDir
	private Path directory;

	@Test
	void copiesOfATextAreCounted() throws Exception {
		HeapDumpBuilder dump = strings();
		string(dump, "first", LATIN1, "apple".getBytes(StandardCharsets.ISO_8859_1));
		string(dump, "second", LATIN1, "apple".getBytes(StandardCharsets.ISO_8859_1));
		string(dump, "third", LATIN1, "apple".getBytes(StandardCharsets.ISO_8859_1));
		string(dump, "pear", LATIN1, "pears".getBytes(StandardCharsets.ISO_8859_1));
		try (AnalysedDump analysed = AnalysedDump.of(dump, this.directory)) {
			long copyBytes = analysed.shallowBytes(dump, "first", "first-array");
			Duplicates duplicates = analysed.views.duplicates(TableQuery.FIRST);
			assertThat(duplicates.unavailableReason()).isNull();
			assertThat(duplicates.strings()).isEqualTo(4);
			assertThat(duplicates.distinctStrings()).isEqualTo(2);
			assertThat(duplicates.bytes()).isEqualTo(4 * copyBytes);
			assertThat(duplicates.wastedBytes()).isEqualTo(2 * copyBytes);
			assertThat(duplicates.table().rows()).containsExactly(
					new DuplicateRow(AnalysedDump.node(dump, "first"), 5, 3, 3 * copyBytes, 2 * copyBytes, "apple"));
		}
	}

	@Test
	void valueIsHiddenUnlessItIsToBeShown() throws Exception {
		HeapDumpBuilder dump = strings();
		string(dump, "first", LATIN1, (byte) 'a');
		string(dump, "second", LATIN1, (byte) 'a');
		try (AnalysedDump analysed = AnalysedDump.of(dump, this.directory);
				IndexedHeapViews views = IndexedHeapViews.open(analysed.file, false)) {
			assertThat(views.duplicates(TableQuery.FIRST).table().rows()).singleElement()
				.extracting(DuplicateRow::value)
				.isNull();
		}
	}

	@Test
	void stringsThatShareAnArrayAreOneCopy() throws Exception {
		HeapDumpBuilder dump = strings();
		string(dump, "first", LATIN1, (byte) 'a');
		dump.instance("sharing", "java.lang.String", "first-array", LATIN1, 0);
		dump.root(HprofTag.ROOT_JNI_GLOBAL, "sharing", 0, 0);
		try (AnalysedDump analysed = AnalysedDump.of(dump, this.directory)) {
			Duplicates duplicates = analysed.views.duplicates(TableQuery.FIRST);
			assertThat(duplicates.strings()).isEqualTo(2);
			assertThat(duplicates.distinctStrings()).isEqualTo(1);
			assertThat(duplicates.wastedBytes()).isZero();
			assertThat(duplicates.table().rows()).isEmpty();
			assertThat(duplicates.bytes()).isEqualTo(analysed.shallowBytes(dump, "first", "sharing", "first-array"));
		}
	}

	@Test
	void sameBytesOfAnotherCoderAreAnotherText() throws Exception {
		HeapDumpBuilder dump = strings();
		string(dump, "narrow", LATIN1, (byte) 'a', (byte) 'b');
		string(dump, "wide", UTF16, (byte) 'a', (byte) 'b');
		string(dump, "copy", UTF16, (byte) 'a', (byte) 'b');
		try (AnalysedDump analysed = AnalysedDump.of(dump, this.directory)) {
			Duplicates duplicates = analysed.views.duplicates(TableQuery.FIRST);
			assertThat(duplicates.distinctStrings()).isEqualTo(2);
			assertThat(duplicates.table().rows()).singleElement()
				.satisfies((row) -> assertThat(row.length()).isEqualTo(1))
				.satisfies((row) -> assertThat(row.copies()).isEqualTo(2));
		}
	}

	@Test
	void unreachableStringsDoNotCount() throws Exception {
		HeapDumpBuilder dump = strings();
		string(dump, "held", LATIN1, (byte) 'a');
		dump.array("stray-array", (byte) 'a').instance("stray", "java.lang.String", "stray-array", LATIN1, 0);
		try (AnalysedDump analysed = AnalysedDump.of(dump, this.directory)) {
			Duplicates duplicates = analysed.views.duplicates(TableQuery.FIRST);
			assertThat(duplicates.strings()).isEqualTo(1);
			assertThat(duplicates.table().totalRows()).isZero();
		}
	}

	@Test
	void redactedTextsAreNotTakenForCopies() throws Exception {
		HeapDumpBuilder dump = strings();
		string(dump, "first", LATIN1, "apple".getBytes(StandardCharsets.ISO_8859_1));
		string(dump, "second", LATIN1, "pears".getBytes(StandardCharsets.ISO_8859_1));
		string(dump, "thread", LATIN1, "main!".getBytes(StandardCharsets.ISO_8859_1));
		dump.keeping("thread-array");
		try (AnalysedDump analysed = AnalysedDump.ofRedacted(dump, this.directory)) {
			Duplicates duplicates = analysed.views.duplicates(TableQuery.FIRST);
			assertThat(duplicates.unavailableReason())
				.isEqualTo("All texts in this heap dump are zeros: it was redacted when it was written");
			assertThat(duplicates.strings()).isEqualTo(3);
			assertThat(duplicates.distinctStrings()).isZero();
			assertThat(duplicates.table().rows()).isEmpty();
		}
	}

	@Test
	void dumpWithoutStringsSaysSo() throws Exception {
		HeapDumpBuilder dump = aHeapDump().classNamed("java.lang.Object", null)
			.instance("only", "java.lang.Object")
			.root(HprofTag.ROOT_JNI_GLOBAL, "only", 0, 0);
		try (AnalysedDump analysed = AnalysedDump.of(dump, this.directory)) {
			assertThat(analysed.views.duplicates(TableQuery.FIRST).unavailableReason())
				.isEqualTo("There is no class 'java.lang.String' in this heap dump");
		}
	}

	@Test
	void countsMatchASimpleMapOnRandomTexts() throws Exception {
		Random random = new Random(6);
		HeapDumpBuilder dump = strings();
		Map<String, Integer> copiesByText = new HashMap<>();
		for (int i = 0; i < 3000; i++) {
			byte[] text = new byte[random.nextInt(12)];
			for (int j = 0; j < text.length; j++) {
				text[j] = (byte) ('a' + random.nextInt(2));
			}
			string(dump, "string" + i, LATIN1, text);
			copiesByText.merge(new String(text, StandardCharsets.ISO_8859_1), 1, Integer::sum);
		}
		copiesByText.values().removeIf((copies) -> copies == 1);
		try (AnalysedDump analysed = AnalysedDump.of(dump, this.directory)) {
			Duplicates duplicates = analysed.views.duplicates(new TableQuery(1, 1000, "copies", false, ""));
			assertThat(duplicates.table().totalRows()).isEqualTo(Math.min(2000, copiesByText.size()));
			assertThat(duplicates.table().rows()).allSatisfy(
					(row) -> assertThat((long) copiesByText.get(row.value())).as(row.value()).isEqualTo(row.copies()));
			assertThat(duplicates.table().rows()).extracting(DuplicateRow::copies)
				.isSortedAccordingTo((a, b) -> Long.compare(b, a));
		}
	}

	@Test
	void longTextsAreComparedToTheirEnd() throws Exception {
		HeapDumpBuilder dump = strings();
		byte[] text = new byte[100_003];
		new Random(6).nextBytes(text);
		string(dump, "first", LATIN1, text);
		string(dump, "second", LATIN1, text);
		byte[] other = text.clone();
		other[100_002]++;
		string(dump, "other", LATIN1, other);
		try (AnalysedDump analysed = AnalysedDump.of(dump, this.directory)) {
			assertThat(analysed.views.duplicates(TableQuery.FIRST).table().rows()).singleElement()
				.satisfies((row) -> assertThat(row.copies()).isEqualTo(2))
				.satisfies((row) -> assertThat(row.length()).isEqualTo(100_003));
		}
	}

	@Test
	void stringsOfCharactersAreKnown() throws Exception {
		HeapDumpBuilder dump = aHeapDump().classNamed("java.lang.Object", null)
			.classNamed("[C", "java.lang.Object")
			.classNamed("java.lang.String", "java.lang.Object", field("value", BasicType.OBJECT),
					field("hash", BasicType.INT));
		for (String name : new String[] { "first", "second" }) {
			dump.characters(name + "-array", 'n', '\u00f6')
				.instance(name, "java.lang.String", name + "-array", 0)
				.root(HprofTag.ROOT_JNI_GLOBAL, name, 0, 0);
		}
		try (AnalysedDump analysed = AnalysedDump.of(dump, this.directory)) {
			assertThat(analysed.views.duplicates(TableQuery.FIRST).table().rows()).singleElement()
				.satisfies((row) -> assertThat(row.length()).isEqualTo(2))
				.satisfies((row) -> assertThat(row.value()).isEqualTo("n\u00f6"));
		}
	}

	@Test
	void duplicatesWhenSortIsUnknownShouldReject() throws Exception {
		try (AnalysedDump analysed = AnalysedDump.of(strings(), this.directory)) {
			assertThatIllegalArgumentException()
				.isThrownBy(() -> analysed.views.duplicates(new TableQuery(1, 10, "value", false, "")))
				.withMessageContaining("[wastedBytes, bytes, copies, length]");
		}
	}

	@Test
	void writeWhenCancelledShouldLeaveNoReport() throws Exception {
		Path file = strings().writeTo(this.directory);
		HeapIndexer.index(file, 1, CancelSignal.NEVER, (ratio) -> {
		});
		assertThatExceptionOfType(CancellationException.class)
			.isThrownBy(() -> HeapReports.write(file, () -> "Not wanted any more", (ratio) -> {
			}));
		assertThat(HeapReports.areWritten(file)).isFalse();
		assertThat(Files.list(this.directory.resolve("orders.hprof.hwi")).map(Path::getFileName).map(Path::toString))
			.doesNotContain("duplicates", "texts.part");
	}

	private static HeapDumpBuilder strings() {
		return aHeapDump().classNamed("java.lang.Object", null)
			.classNamed("[B", "java.lang.Object")
			.classNamed("java.lang.String", "java.lang.Object", field("value", BasicType.OBJECT),
					field("coder", BasicType.BYTE), field("hash", BasicType.INT));
	}

	private static void string(HeapDumpBuilder dump, String name, byte coder, byte... text) {
		dump.array(name + "-array", text)
			.instance(name, "java.lang.String", name + "-array", coder, 0)
			.root(HprofTag.ROOT_JNI_GLOBAL, name, 0, 0);
	}

}
