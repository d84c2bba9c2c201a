package io.github.heapwise.heapview;

import java.io.IOException;
import java.nio.file.Path;

import io.github.heapwise.hprof.HeapDumpBuilder;
import io.github.heapwise.hprof.HprofTag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ClassTableView}.
 */
class ClassTableViewTests {

	@TempDir
	private Path directory;

	@Test
	void classesComeByWhatTheyRetain() throws IOException {
		try (ViewedDump dump = ViewedDump.of(orders(), this.directory)) {
			Table<ClassRow> classes = dump.views.classes(TableQuery.FIRST);
			assertThat(classes.rows()).extracting(ClassRow::retainedBytes)
				.isSortedAccordingTo((one, other) -> Long.compare(other, one));
			ClassRow order = row(classes, "shop.Order");
			assertThat(order.instances()).isEqualTo(2);
			assertThat(order.distance()).isEqualTo(2);
			assertThat(order.loader()).isEqualTo("shop.Loader @" + dump.node("loader"));
			assertThat(order.shallowBytes()).isEqualTo(2 * dump.row("one").shallowBytes());
			assertThat(order.node()).isEqualTo(dump.views.object(dump.object("one"), TableQuery.FIRST).classNode());
			assertThat(row(classes, "java.lang.Object[]").loader()).isNull();
			assertThat(classes.rows()).extracting(ClassRow::shallowBytes)
				.satisfies((sizes) -> assertThat(sizes.stream().mapToLong((size) -> size).sum())
					.isEqualTo(reachableBytes(dump)));
		}
	}

	@Test
	void classesAreSortedFilteredAndCutIntoPages() throws IOException {
		try (ViewedDump dump = ViewedDump.of(orders(), this.directory)) {
			TableQuery query = new TableQuery(1, 1, "name", true, "ORDER");
			Table<ClassRow> first = dump.views.classes(query);
			assertThat(first.totalRows()).isEqualTo(2);
			assertThat(first.pages()).isEqualTo(2);
			assertThat(first.rows()).extracting(ClassRow::name).containsExactly("shop.Order");
			assertThat(dump.views.classes(new TableQuery(2, 1, "name", true, "ORDER")).rows())
				.extracting(ClassRow::name)
				.containsExactly("shop.Order[]");
			assertThat(dump.views.classes(new TableQuery(1, 10, "instances", false, "shop.")).rows().get(0).name())
				.isEqualTo("shop.Order");
		}
	}

	@Test
	void unreachableObjectsAreCountedByClass() throws IOException {
		try (ViewedDump dump = ViewedDump.of(orders(), this.directory)) {
			assertThat(dump.views.unreachable(TableQuery.FIRST).rows()).satisfiesExactly((row) -> {
				assertThat(row.name()).isEqualTo("shop.Order");
				assertThat(row.instances()).isEqualTo(1);
				assertThat(row.shallowBytes()).isEqualTo(dump.row("lost").shallowBytes());
				assertThat(row.node()).isEqualTo(dump.type("shop.Order").toString());
			});
		}
	}

	private static ClassRow row(Table<ClassRow> classes, String name) {
		return classes.rows().stream().filter((row) -> row.name().equals(name)).findFirst().orElseThrow();
	}

	private static long reachableBytes(ViewedDump dump) {
		try {
			ObjectRow any = dump.row("list");
			return Math.round(any.retainedBytes() / any.retainedRatio());
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static HeapDumpBuilder orders() {
		return ViewedDump.withUsualClasses()
			.classNamed("shop.Loader", "java.lang.ClassLoader")
			.classNamed("shop.Order", "java.lang.Object", HeapDumpBuilder.Field.field("id", 11))
			.classNamed("shop.Order[]", "java.lang.Object")
			.classNamed("java.lang.Object[]", "java.lang.Object")
			.loadedBy("shop.Order", "loader")
			.instance("loader", "shop.Loader", null, null)
			.instance("one", "shop.Order", 1L)
			.instance("two", "shop.Order", 2L)
			.instance("lost", "shop.Order", 3L)
			.objects("list", "java.lang.Object[]", "typed")
			.objects("typed", "shop.Order[]", "one")
			.objects("others", "java.lang.Object[]", "two")
			.root(HprofTag.ROOT_MONITOR_USED, "list")
			.root(HprofTag.ROOT_MONITOR_USED, "others");
	}

}
