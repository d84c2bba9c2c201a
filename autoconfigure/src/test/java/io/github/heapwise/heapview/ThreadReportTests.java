package io.github.heapwise.heapview;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

import io.github.heapwise.hprof.BasicType;
import io.github.heapwise.hprof.HeapDumpBuilder;
import io.github.heapwise.hprof.HprofTag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static io.github.heapwise.hprof.HeapDumpBuilder.Field.field;
import static io.github.heapwise.hprof.HeapDumpBuilder.aHeapDump;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ThreadReport} and {@link ThreadStacks}.
 */
class ThreadReportTests {

	private static final int NATIVE = -3;

	@TempDir
	private Path directory;

	@Test
	void threadsComeWithStackAndWhatItsFramesHold() throws IOException {
		HeapDumpBuilder dump = dump();
		try (AnalysedDump analysed = AnalysedDump.of(dump, this.directory)) {
			ThreadRow row = analysed.views.threads(TableQuery.FIRST).rows().get(0);
			assertThat(row.object().value()).isEqualTo("worker");
			assertThat(row.frames()).extracting(ThreadRow.Frame::method)
				.containsExactly("java.lang.Object.wait", "shop.Shop.placeOrder");
			assertThat(row.frames()).extracting(ThreadRow.Frame::location)
				.containsExactly("Native Method", "Shop.java:42");
			assertThat(row.frames().get(0).locals()).isEmpty();
			assertThat(row.frames().get(1).locals()).singleElement()
				.extracting(ObjectRow::node)
				.isEqualTo(AnalysedDump.node(dump, "order"));
			assertThat(row.moreFrames()).isZero();
		}
	}

	@Test
	void threadHoldsWhatOnlyItsFramesHold() throws IOException {
		HeapDumpBuilder dump = dump();
		try (AnalysedDump analysed = AnalysedDump.of(dump, this.directory)) {
			ThreadRow row = analysed.views.threads(TableQuery.FIRST).rows().get(0);
			assertThat(row.heldBytes())
				.isEqualTo(analysed.shallowBytes(dump, "worker", "worker name", "worker text", "order"));
		}
	}

	@Test
	void threadsAreSortedAndFilteredByName() throws IOException {
		try (AnalysedDump analysed = AnalysedDump.of(dump(), this.directory)) {
			Table<ThreadRow> sorted = analysed.views.threads(new TableQuery(1, 1, "name", true, ""));
			assertThat(sorted.totalRows()).isEqualTo(2);
			assertThat(sorted.rows()).singleElement().extracting((row) -> row.object().value()).isEqualTo("idle");
			Table<ThreadRow> filtered = analysed.views.threads(new TableQuery(1, 100, null, false, "WORK"));
			assertThat(filtered.rows()).singleElement().extracting((row) -> row.object().value()).isEqualTo("worker");
			assertThat(filtered.totalRows()).isOne();
		}
	}

	@Test
	void daemonIsToldUnlessItIsRedacted() throws IOException {
		TableQuery byName = new TableQuery(1, 100, "name", true, "");
		try (AnalysedDump analysed = AnalysedDump.of(dump(), this.directory)) {
			assertThat(analysed.views.threads(byName).rows()).extracting(ThreadRow::daemon)
				.containsExactly(true, false);
		}
		try (AnalysedDump analysed = AnalysedDump.ofRedacted(dump(), this.directory)) {
			assertThat(analysed.views.threads(byName).rows()).extracting(ThreadRow::daemon).containsExactly(null, null);
		}
	}

	@Test
	void daemonIsReadFromTheHolderThatNewerThreadsHave() throws IOException {
		HeapDumpBuilder dump = strings()
			.classNamed("java.lang.Thread", "java.lang.Object", field("name", BasicType.OBJECT),
					field("holder", BasicType.OBJECT))
			.classNamed("java.lang.Thread$FieldHolder", "java.lang.Object", field("priority", BasicType.INT),
					field("daemon", BasicType.BOOLEAN))
			.instance("worker", "java.lang.Thread", null, "holder")
			.instance("holder", "java.lang.Thread$FieldHolder", 5, true)
			.root(HprofTag.ROOT_THREAD_OBJECT, "worker", 7, 8);
		try (AnalysedDump analysed = AnalysedDump.of(dump, this.directory)) {
			assertThat(analysed.views.threads(TableQuery.FIRST).rows()).singleElement()
				.extracting(ThreadRow::daemon)
				.isEqualTo(true);
		}
	}

	private static HeapDumpBuilder dump() {
		HeapDumpBuilder dump = strings()
			.classNamed("java.lang.Thread", "java.lang.Object", field("name", BasicType.OBJECT),
					field("priority", BasicType.INT), field("daemon", BasicType.BOOLEAN))
			.classNamed("shop.Shop", "java.lang.Object")
			.classNamed("shop.Order", "java.lang.Object", field("number", BasicType.LONG))
			.stack(8, new StackTraceElement("java.lang.Object", "wait", "Object.java", NATIVE),
					new StackTraceElement("shop.Shop", "placeOrder", "Shop.java", 42))
			.instance("order", "shop.Order", 1L);
		thread(dump, "worker", false, 7, 8);
		thread(dump, "idle", true, 9, 10);
		return dump.root(HprofTag.ROOT_JAVA_FRAME, "order", 7, 1);
	}

	private static void thread(HeapDumpBuilder dump, String name, boolean daemon, int serial, int stack) {
		dump.array(name + " text", name.getBytes(StandardCharsets.ISO_8859_1))
			.instance(name + " name", "java.lang.String", name + " text", (byte) 0)
			.instance(name, "java.lang.Thread", name + " name", 5, daemon)
			.root(HprofTag.ROOT_THREAD_OBJECT, name, serial, stack);
	}

	private static HeapDumpBuilder strings() {
		return aHeapDump().classNamed("java.lang.Object", null)
			.classNamed("java.lang.String", "java.lang.Object", field("value", BasicType.OBJECT),
					field("coder", BasicType.BYTE));
	}

}
