package io.github.heapwise.heapview;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import io.github.heapwise.hprof.BasicType;
import io.github.heapwise.hprof.HeapDumpBuilder;
import io.github.heapwise.hprof.HprofTag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static io.github.heapwise.hprof.HeapDumpBuilder.Field.field;
import static io.github.heapwise.hprof.HeapDumpBuilder.Field.staticField;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/**
 * Tests for {@link ObjectView} and {@link ReferrerTableView}.
 */
class ObjectViewTests {

	private static final int CHAIN = 30;

	@TempDir
	private Path directory;

	@Test
	void fieldsTellTheirTypesAndWhatTheyReferTo() throws IOException {
		try (ViewedDump dump = ViewedDump.of(shop(), this.directory)) {
			ObjectDetail order = dump.views.object(dump.object("order"), TableQuery.FIRST);
			assertThat(order.valuesShown()).isTrue();
			assertThat(order.classNode()).isEqualTo(dump.type("shop.Order").toString());
			assertThat(order.loader()).isEqualTo("shop.Loader @" + dump.node("loader"));
			assertThat(order.fields().rows())
				.extracting(FieldRow::name, FieldRow::declaringClass, FieldRow::type, FieldRow::value, FieldRow::holds)
				.containsExactly(tuple("id", "shop.Order", "long", "17", false),
						tuple("next", "shop.Order", "object", null, true),
						tuple("flag", "shop.Base", "char", "\uFFFD", false),
						tuple("none", "shop.Base", "object", null, false));
			assertThat(order.fields().rows().get(1).object()).isEqualTo(dump.row("name"));
			assertThat(dump.row("name").value()).isEqualTo("tea");
			assertThat(dump.views.object(dump.object("shop.Order"), TableQuery.FIRST).fields().rows())
				.extracting(FieldRow::name, FieldRow::type)
				.containsExactly(tuple("LAST", "object"));
		}
	}

	@Test
	void valuesAreLeftOutWhereTheyAreNotShown() throws IOException {
		try (ViewedDump dump = new ViewedDump(shop(), this.directory, false)) {
			ObjectDetail order = dump.views.object(dump.object("order"), TableQuery.FIRST);
			assertThat(order.valuesShown()).isFalse();
			assertThat(order.fields().rows()).extracting(FieldRow::value).containsOnlyNulls();
		}
	}

	@Test
	void elementsComeInPages() throws IOException {
		try (ViewedDump dump = ViewedDump.of(shop(), this.directory)) {
			TableQuery second = new TableQuery(2, 2, null, false, "");
			Table<FieldRow> elements = dump.views.object(dump.object("list"), second).fields();
			assertThat(elements.totalRows()).isEqualTo(3);
			assertThat(elements.pages()).isEqualTo(2);
			assertThat(elements.rows()).extracting(FieldRow::name).containsExactly("2");
			TableQuery beyond = new TableQuery(Integer.MAX_VALUE, 1000, null, false, "");
			assertThat(dump.views.object(dump.object("list"), beyond).fields().rows()).isEmpty();
			TableQuery named = new TableQuery(1, 2, null, false, "NE");
			assertThat(dump.views.object(dump.object("order"), named).fields().rows()).extracting(FieldRow::name)
				.containsExactly("next", "none");
		}
	}

	@Test
	void softReferencesDoNotHold() throws IOException {
		try (ViewedDump dump = ViewedDump.of(shop(), this.directory)) {
			assertThat(dump.views.object(dump.object("soft"), TableQuery.FIRST).fields().rows())
				.satisfiesExactly((row) -> {
					assertThat(row.name()).isEqualTo("referent");
					assertThat(row.object()).isEqualTo(dump.row("cached"));
					assertThat(row.holds()).isFalse();
				});
			assertThat(dump.row("cached").distance()).isZero();
			assertThat(dump.views.incoming(dump.object("cached"), TableQuery.FIRST).rows()).isEmpty();
		}
	}

	@Test
	void rootsTellWhoHoldsAnObject() throws IOException {
		try (ViewedDump dump = ViewedDump.of(shop(), this.directory)) {
			assertThat(dump.views.object(dump.object("local"), TableQuery.FIRST).roots())
				.containsExactly(new RootRow("java-frame", dump.node("worker"), "http-1", 3));
			assertThat(dump.views.object(dump.object("list"), TableQuery.FIRST).roots())
				.containsExactly(new RootRow("monitor", null, null, null));
			assertThat(dump.views.object(dump.object("order"), TableQuery.FIRST).roots()).isEmpty();
		}
	}

	@Test
	void nearestTwentyDominatorsAreShown() throws IOException {
		HeapDumpBuilder builder = ViewedDump.withUsualClasses()
			.classNamed("shop.Link", "java.lang.Object", field("next", BasicType.OBJECT))
			.root(HprofTag.ROOT_MONITOR_USED, "link 0");
		for (int i = 0; i < CHAIN; i++) {
			builder.instance("link " + i, "shop.Link", (i + 1 < CHAIN) ? "link " + (i + 1) : null);
		}
		try (ViewedDump dump = ViewedDump.of(builder, this.directory)) {
			assertThat(dump.views.object(dump.object("link 25"), TableQuery.FIRST).dominators())
				.extracting(ObjectRow::node)
				.hasSize(20)
				.startsWith(dump.node("link 24"))
				.endsWith(dump.node("link 5"));
		}
	}

	@Test
	void referrersTellByWhichFieldsTheyRefer() throws IOException {
		try (ViewedDump dump = ViewedDump.of(shop(), this.directory)) {
			assertThat(dump.views.incoming(dump.object("order"), TableQuery.FIRST).rows())
				.extracting((row) -> row.object().node(), ReferrerRow::fields)
				.containsExactlyInAnyOrder(tuple(dump.node("list"), List.of("[0]", "[2]")),
						tuple(dump.node("shop.Order"), List.of("LAST")));
			assertThat(dump.views.incoming(dump.object("local"), TableQuery.FIRST).rows())
				.extracting(ReferrerRow::fields)
				.containsExactly(List.of("<local variable>"));
			assertThat(dump.views.incoming(dump.object("loader"), TableQuery.FIRST).rows())
				.extracting(ReferrerRow::fields)
				.containsExactly(List.of("<class loader>"));
			assertThat(dump.views.incoming(dump.object("shop.Order"), TableQuery.FIRST).rows())
				.extracting((row) -> row.object().node(), ReferrerRow::fields)
				.containsExactlyInAnyOrder(tuple(dump.node("order"), List.of("<class>")),
						tuple(dump.node("shop.Special"), List.of("<superclass>")));
		}
	}

	@Test
	void referrersComeInPagesWithTheirTotal() throws IOException {
		HeapDumpBuilder builder = ViewedDump.withUsualClasses().instance("shared", "java.lang.Integer", 1);
		for (int i = 0; i < CHAIN; i++) {
			builder.objects("list " + i, "java.lang.Object[]", "shared").root(HprofTag.ROOT_MONITOR_USED, "list " + i);
		}
		try (ViewedDump dump = ViewedDump.of(builder, this.directory)) {
			Table<ReferrerRow> last = dump.views.incoming(dump.object("shared"), new TableQuery(4, 8, null, false, ""));
			assertThat(last.rows()).hasSize(CHAIN - 3 * 8);
			assertThat(last.pages()).isEqualTo(4);
			assertThat(last.totalRows()).isEqualTo(CHAIN);
			TableQuery beyond = new TableQuery(Integer.MAX_VALUE, 1000, null, false, "");
			assertThat(dump.views.incoming(dump.object("shared"), beyond).rows()).isEmpty();
		}
	}

	private static HeapDumpBuilder shop() {
		HeapDumpBuilder builder = ViewedDump.withUsualClasses()
			.classNamed("shop.Loader", "java.lang.ClassLoader")
			.classNamed("shop.Base", "java.lang.Object", field("flag", BasicType.CHAR), field("none", BasicType.OBJECT))
			.classNamed("shop.Order", "shop.Base", staticField("LAST", BasicType.OBJECT, "order"),
					field("id", BasicType.LONG), field("next", BasicType.OBJECT))
			.classNamed("shop.Special", "shop.Order")
			.loadedBy("shop.Order", "loader")
			.instance("loader", "shop.Loader", null, null)
			.instance("order", "shop.Order", 17L, "name", '\n', null)
			.objects("list", "java.lang.Object[]", "order", null, "order")
			.instance("soft", "java.lang.ref.SoftReference", "cached")
			.instance("cached", "java.lang.Integer", 5)
			.instance("local", "java.lang.Integer", 6)
			.instance("worker", "java.lang.Thread", "thread name", null)
			.root(HprofTag.ROOT_MONITOR_USED, "list")
			.root(HprofTag.ROOT_MONITOR_USED, "soft")
			.root(HprofTag.ROOT_JAVA_FRAME, "local", 7, 3)
			.root(HprofTag.ROOT_THREAD_OBJECT, "worker", 7, 8);
		ViewedDump.string(builder, "thread name", "http-1");
		return ViewedDump.string(builder, "name", "tea");
	}

}
