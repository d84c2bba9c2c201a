package io.github.heapwise.heapview;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;

import io.github.heapwise.hprof.BasicType;
import io.github.heapwise.hprof.HeapDumpBuilder;
import io.github.heapwise.hprof.HprofTag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static io.github.heapwise.hprof.HeapDumpBuilder.Field.field;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ObjectRows}, {@link ObjectValues} and {@link ObjectTexts}.
 */
class ObjectRowsTests {

	@TempDir
	private Path directory;

	@ParameterizedTest
	@ValueSource(ints = { 4, 8 })
	void rowTellsWhatAnObjectIs(int idBytes) throws IOException {
		HeapDumpBuilder builder = ViewedDump.withUsualClasses()
			.withIdBytes(idBytes)
			.objects("list", "java.lang.Object[]", "one", "two")
			.instance("one", "java.lang.Integer", 1)
			.instance("two", "java.lang.Integer", 2)
			.root(HprofTag.ROOT_MONITOR_USED, "list");
		try (ViewedDump dump = ViewedDump.of(builder, this.directory)) {
			ObjectRow list = dump.row("list");
			assertThat(list.node()).isEqualTo(dump.node("list"));
			assertThat(list.length()).isEqualTo(2);
			assertThat(list.distance()).isEqualTo(1);
			assertThat(list.dominated()).isEqualTo(2);
			assertThat(list.value()).isNull();
			assertThat(list.retainedBytes())
				.isEqualTo(list.shallowBytes() + dump.row("one").shallowBytes() + dump.row("two").shallowBytes());
			assertThat(list.retainedRatio()).isBetween(0.0, 1.0);
			assertThat(dump.row("java.lang.Integer").represents()).isEqualTo("java.lang.Integer");
			assertThat(dump.row("one").length()).isNull();
		}
	}

	@Test
	void textsAndNumbersAreReadWhereTheyAreShown() throws IOException {
		try (ViewedDump dump = ViewedDump.of(texts(), this.directory)) {
			assertThat(dump.row("latin").value()).isEqualTo("Gr\u00fc\u00dfe");
			assertThat(dump.row("wide").value()).isEqualTo("\u4f60\u597d");
			assertThat(dump.row("old").value()).isEqualTo("\u0416uk");
			assertThat(dump.row("long").value()).hasSize(200).endsWith("xx...");
			assertThat(dump.row("empty").value()).isEmpty();
			assertThat(dump.row("cut off").value()).isNull();
			assertThat(dump.row("odd").value()).isNull();
			assertThat(dump.row("number").value()).isEqualTo("42");
			assertThat(dump.row("worker").value()).isEqualTo("http-1");
		}
	}

	@Test
	void onlyNamesOfThreadsAreReadWhereValuesAreNotShown() throws IOException {
		try (ViewedDump dump = new ViewedDump(texts(), this.directory, false)) {
			assertThat(dump.row("latin").value()).isNull();
			assertThat(dump.row("number").value()).isNull();
			assertThat(dump.row("worker").value()).isEqualTo("http-1");
		}
	}

	@Test
	void redactedTextsAreNotShown() throws IOException {
		Path file = Files.write(this.directory.resolve("redacted.hprof"), texts().buildRedacted());
		try (IndexedHeapViews views = ViewedDump.open(file, true)) {
			HeapNode.AnObject text = new HeapNode.AnObject(texts().idOf("latin"));
			assertThat(views.object(text, TableQuery.FIRST).object().value()).isNull();
		}
	}

	private static HeapDumpBuilder texts() {
		byte[] wide = ByteBuffer.allocate(4).order(ByteOrder.nativeOrder()).putChar('\u4f60').putChar('\u597d').array();
		HeapDumpBuilder builder = ViewedDump.withUsualClasses()
			.classNamed("shop.Worker", "java.lang.Thread", field("id", BasicType.INT))
			.instance("worker", "shop.Worker", 1, "name", null)
			.instance("wide", "java.lang.String", "wide bytes", (byte) 1, 0)
			.array("wide bytes", wide)
			.instance("old", "java.lang.String", "old characters", (byte) 0, 0)
			.characters("old characters", '\u0416', 'u', 'k')
			.instance("cut off", "java.lang.String", "missing", (byte) 0, 0)
			.instance("odd", "java.lang.String", "number", (byte) 0, 0)
			.instance("number", "java.lang.Integer", 42);
		ViewedDump.string(builder, "latin", "Gr\u00fc\u00dfe");
		ViewedDump.string(builder, "long", "x".repeat(100_000));
		ViewedDump.string(builder, "empty", "");
		return ViewedDump.string(builder, "name", "http-1");
	}

}
