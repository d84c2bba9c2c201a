package io.github.heapwise.heapview;

import java.io.IOException;
import java.nio.file.Path;

import io.github.heapwise.hprof.HeapDumpBuilder;
import io.github.heapwise.hprof.HprofTag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/**
 * Tests for {@link ComparisonView} and {@link ClassSums}.
 */
class ComparisonViewTests {

	@TempDir
	private Path directory;

	@Test
	void differencesAreToldByName() throws IOException {
		try (ViewedDump before = ViewedDump.of(numbers("shop.Old", 3, 100), this.directory);
				ViewedDump now = ViewedDump.of(numbers("shop.New", 5, 300), this.directory)) {
			Table<ComparisonRow> rows = now.views.compare(before.views, new TableQuery(1, 100, "name", true, ""));
			assertThat(rows.rows())
				.extracting(ComparisonRow::name, ComparisonRow::change, ComparisonRow::instances,
						ComparisonRow::baselineInstances)
				.containsExactly(tuple("byte[]", "grown", 1L, 1L), tuple("java.lang.Integer", "grown", 5L, 3L),
						tuple("java.lang.Object[]", "grown", 1L, 1L), tuple("shop.New", "new", 1L, 0L),
						tuple("shop.Old", "gone", 0L, 1L));
			ComparisonRow integers = rows.rows().get(1);
			assertThat(integers.node()).isEqualTo(now.type("java.lang.Integer").toString());
			assertThat(integers.deltaInstances()).isEqualTo(2);
			assertThat(integers.deltaShallowBytes()).isEqualTo(2 * now.row("number 0").shallowBytes());
			assertThat(rows.rows().get(4).node()).isNull();
			assertThat(rows.rows().get(4).deltaInstances()).isEqualTo(-1);
		}
	}

	@Test
	void largestDifferencesComeFirstWhicheverWayTheyGo() throws IOException {
		try (ViewedDump before = ViewedDump.of(numbers("shop.Same", 3, 300), this.directory);
				ViewedDump now = ViewedDump.of(numbers("shop.Same", 5, 100), this.directory)) {
			Table<ComparisonRow> rows = now.views.compare(before.views, TableQuery.FIRST);
			assertThat(rows.rows().get(0)).satisfies((row) -> {
				assertThat(row.name()).isEqualTo("byte[]");
				assertThat(row.change()).isEqualTo("shrunk");
				assertThat(row.deltaShallowBytes()).isEqualTo(-200);
			});
			assertThat(now.views.compare(before.views, new TableQuery(1, 1, "deltaInstances", false, "INT")).rows())
				.extracting(ComparisonRow::name)
				.containsExactly("java.lang.Integer");
		}
	}

	@Test
	void hiddenClassesAreTheSameAtAnotherAddress() throws IOException {
		try (ViewedDump before = ViewedDump.of(numbers("shop.Shop$$Lambda+0x00007f0001002000", 1, 1), this.directory);
				ViewedDump now = ViewedDump.of(numbers("shop.Shop$$Lambda+0x00007f0003004000", 1, 1), this.directory)) {
			assertThat(now.views.compare(before.views, TableQuery.FIRST).rows()).isEmpty();
		}
	}

	private static HeapDumpBuilder numbers(String className, int count, int bytes) {
		HeapDumpBuilder builder = ViewedDump.withUsualClasses()
			.classNamed("java.lang.Object[]", "java.lang.Object")
			.classNamed(className, "java.lang.Object")
			.instance("only", className)
			.array("bytes", new byte[bytes]);
		String[] names = new String[count + 2];
		for (int i = 0; i < count; i++) {
			names[i] = "number " + i;
			builder.instance(names[i], "java.lang.Integer", i);
		}
		names[count] = "only";
		names[count + 1] = "bytes";
		return builder.objects("list", "java.lang.Object[]", names).root(HprofTag.ROOT_MONITOR_USED, "list");
	}

}
