package io.github.heapwise.heapview;

import java.io.IOException;
import java.nio.file.Path;

import io.github.heapwise.hprof.HeapDumpBuilder;
import io.github.heapwise.hprof.HprofTag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link LoaderTableView}.
 */
class LoaderTableViewTests {

	private static final int USUAL_CLASSES = 8;

	@TempDir
	private Path directory;

	@Test
	void loadersTellWhatTheyHaveDefined() throws IOException {
		try (ViewedDump dump = new ViewedDump(plugins(), this.directory, false)) {
			Table<LoaderRow> loaders = dump.views.loaders(TableQuery.FIRST);
			assertThat(loaders.totalRows()).isEqualTo(3);
			LoaderRow plugin = loaders.rows().get(0);
			ObjectRow object = dump.row("plugin loader");
			assertThat(plugin).isEqualTo(
					new LoaderRow(dump.node("plugin loader"), "shop.Loader", "plugin", dump.node("application loader"),
							1, 1, 2, dump.row("first").shallowBytes() + dump.row("array").shallowBytes(),
							object.retainedBytes(), object.distance()));
			LoaderRow bootstrap = loaders.rows().get(2);
			assertThat(bootstrap.node()).isNull();
			assertThat(bootstrap.className()).isEqualTo("bootstrap class loader");
			assertThat(bootstrap.classes()).isEqualTo(USUAL_CLASSES + 1);
			assertThat(bootstrap.duplicateClasses()).isZero();
		}
	}

	@Test
	void loadersAreSortedAndFiltered() throws IOException {
		try (ViewedDump dump = ViewedDump.of(plugins(), this.directory)) {
			assertThat(dump.views.loaders(new TableQuery(1, 10, "classes", false, "LOADER")).rows())
				.extracting(LoaderRow::classes)
				.containsExactly(9L, 2L, 1L);
			assertThat(dump.views.loaders(new TableQuery(1, 10, "className", true, "shop")).rows())
				.extracting(LoaderRow::name)
				.containsExactlyInAnyOrder("plugin", null);
		}
	}

	private static HeapDumpBuilder plugins() {
		HeapDumpBuilder builder = ViewedDump.withUsualClasses()
			.classNamed("shop.Loader", "java.lang.ClassLoader")
			.classNamed("shop.Plugin", "java.lang.Object")
			.classNamed("shop.Plugin[]", "java.lang.Object")
			.classNamed("shop.Shop", "java.lang.Object")
			.loadedBy("shop.Plugin", "plugin loader")
			.loadedBy("shop.Plugin[]", "plugin loader")
			.loadedBy("shop.Shop", "application loader")
			.instance("application loader", "shop.Loader", null, null)
			.instance("plugin loader", "shop.Loader", "application loader", "loader name")
			.instance("first", "shop.Plugin")
			.objects("array", "shop.Plugin[]", "first")
			.root(HprofTag.ROOT_MONITOR_USED, "array")
			.root(HprofTag.ROOT_MONITOR_USED, "application loader");
		duplicate(builder);
		return ViewedDump.string(builder, "loader name", "plugin");
	}

	// Another class of the same name.
	private static void duplicate(HeapDumpBuilder builder) {
		builder.anotherClassNamed("shop.Plugin", "other plugin", "java.lang.Object")
			.loadedBy("other plugin", "application loader");
	}

}
