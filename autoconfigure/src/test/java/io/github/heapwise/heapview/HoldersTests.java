package io.github.heapwise.heapview;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.IntStream;

import io.github.heapwise.hprof.BasicType;
import io.github.heapwise.hprof.HeapDumpBuilder;
import io.github.heapwise.hprof.HprofTag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static io.github.heapwise.hprof.HeapDumpBuilder.Field.field;
import static io.github.heapwise.hprof.HeapDumpBuilder.Field.staticField;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Holders}.
 */
class HoldersTests {

	private static final String BUFFER = "java.nio.DirectByteBuffer";

	private static final int MANY = 3000;

	// Of a way to a suspect.
	private static final int LAST_SHOWN = 7;

	@TempDir
	private Path directory;

	@Test
	void heapIsHeldByTheFieldOfTheApplication() throws IOException {
		HeapDumpBuilder shop = shop("java.util.ArrayList", MANY);
		try (AnalysedDump dump = AnalysedDump.of(shop, this.directory)) {
			Holder holder = new Holders(dump.views).ofHeap();
			assertThat(holder).isNotNull();
			assertThat(holder.owner()).isEqualTo("shop.Audit.UNSENT");
			assertThat(holder.className()).isEqualTo("java.util.ArrayList");
			assertThat(holder.ratio()).isBetween(0.5, 1.0);
		}
	}

	@Test
	void heapIsHeldByTheFieldOfAnObjectOfTheApplication() throws IOException {
		try (AnalysedDump dump = AnalysedDump.of(shop("shop.Orders", MANY), this.directory)) {
			assertThat(new Holders(dump.views).ofHeap()).extracting(Holder::owner).isEqualTo("shop.Orders.elementData");
		}
	}

	@Test
	void heapIsHeldByWhoHoldsTheFirstOfLinkedObjects() throws IOException {
		HeapDumpBuilder links = ViewedDump.withUsualClasses()
			.classNamed("shop.Link", "java.lang.Object", field("next", BasicType.OBJECT))
			.classNamed("shop.Cart", "java.lang.Object", staticField("first", BasicType.OBJECT, "link 0"));
		for (int i = 0; i < MANY; i++) {
			links.instance("link " + i, "shop.Link", (i + 1 < MANY) ? "link " + (i + 1) : null);
		}
		try (AnalysedDump dump = AnalysedDump.of(links, this.directory)) {
			assertThat(new Holders(dump.views).ofHeap()).extracting(Holder::owner).isEqualTo("shop.Cart.first");
		}
	}

	@Test
	void fieldOfWhatIsLeftOutOfALongWayIsNotNamed() throws IOException {
		HeapDumpBuilder chain = ViewedDump.withUsualClasses()
			.classNamed("java.lang.Object[]", "java.lang.Object")
			.classNamed(BUFFER, "java.lang.Object", field("address", BasicType.LONG))
			.classNamed("java.util.Link", "java.lang.Object", field("next", BasicType.OBJECT))
			.classNamed("shop.Registry", "java.lang.Object", field("links", BasicType.OBJECT))
			.classNamed("java.util.Links", "java.lang.Object", staticField("first", BasicType.OBJECT, "link 0"));
		for (int i = 0; i < 30; i++) {
			boolean registry = i == LAST_SHOWN - 1;
			chain.instance("link " + i, registry ? "shop.Registry" : "java.util.Link",
					(i < 29) ? "link " + (i + 1) : "all");
		}
		try (AnalysedDump dump = AnalysedDump.of(buffers(chain, "all", "buffer ", MANY), this.directory)) {
			assertThat(new Holders(dump.views).ofHeap()).extracting(Holder::owner).isEqualTo("shop.Registry");
		}
	}

	@Test
	void nobodyHoldsAHeapOfWhichOneHoldsOnlyASmallPart() throws IOException {
		HeapDumpBuilder shop = shop("java.util.ArrayList", MANY);
		for (int i = 0; i < 20; i++) {
			shop.array("values " + i, new long[4 * MANY]).root(HprofTag.ROOT_JNI_GLOBAL, "values " + i, 0, 0);
		}
		try (AnalysedDump dump = AnalysedDump.of(shop, this.directory)) {
			assertThat(dump.views.suspects(null).suspects()).isNotEmpty();
			assertThat(new Holders(dump.views).ofHeap()).isNull();
		}
	}

	@Test
	void nobodyHoldsAHeapOfObjectsThatAreHeldHereAndThere() throws IOException {
		HeapDumpBuilder sessions = ViewedDump.withUsualClasses()
			.classNamed("shop.Session", "java.lang.Object", field("values", BasicType.OBJECT));
		for (int i = 0; i < 20; i++) {
			sessions.instance("session " + i, "shop.Session", "values " + i)
				.array("values " + i, new long[1000])
				.root(HprofTag.ROOT_JNI_GLOBAL, "session " + i, 0, 0);
		}
		try (AnalysedDump dump = AnalysedDump.of(sessions, this.directory)) {
			assertThat(dump.views.suspects(null).suspects()).hasSize(1);
			assertThat(new Holders(dump.views).ofHeap()).isNull();
		}
	}

	@Test
	void nobodyHoldsMuchOfAHeapWithoutSuspects() throws IOException {
		try (AnalysedDump dump = AnalysedDump.of(shop("java.util.ArrayList", 0), this.directory)) {
			assertThat(new Holders(dump.views).ofHeap()).isNull();
		}
	}

	@Test
	void instancesAreHeldByWhatMostOfThemHaveInCommon() throws IOException {
		HeapDumpBuilder shop = shop("java.util.ArrayList", 90);
		shop.classNamed("shop.Pool", "java.lang.Object", staticField("free", BasicType.OBJECT, "pool"));
		buffers(shop, "pool", "pooled ", 10);
		try (ViewedDump dump = ViewedDump.of(shop, this.directory)) {
			assertThat(new Holders(dump.views).ofInstances(BUFFER))
				.isEqualTo(new Holder("shop.Audit.UNSENT", BUFFER, 90, 0.9));
		}
	}

	@Test
	void nobodyHoldsInstancesThatAreHeldHereAndThere() throws IOException {
		HeapDumpBuilder shop = shop("java.util.ArrayList", 50);
		shop.classNamed("shop.Pool", "java.lang.Object", staticField("free", BasicType.OBJECT, "pool"));
		buffers(shop, "pool", "pooled ", 50);
		try (ViewedDump dump = ViewedDump.of(shop, this.directory)) {
			assertThat(new Holders(dump.views).ofInstances(BUFFER)).isNull();
		}
	}

	@Test
	void nobodyHoldsInstancesOfAClassThatIsNotThere() throws IOException {
		try (ViewedDump dump = ViewedDump.of(shop("java.util.ArrayList", 0), this.directory)) {
			assertThat(new Holders(dump.views).ofInstances("shop.Nothing")).isNull();
		}
	}

	@Test
	void loadersOfTheSameClassesAreHeldByWhoKeepsTheirObjects() throws IOException {
		try (ViewedDump dump = ViewedDump.of(plugins(40), this.directory)) {
			assertThat(new Holders(dump.views).ofLoaders())
				.isEqualTo(new Holder("shop.Plugins.LOADED", "shop.PluginLoader", 40, 1));
		}
	}

	@Test
	void fewLoadersAreNoMatter() throws IOException {
		try (ViewedDump dump = ViewedDump.of(plugins(9), this.directory)) {
			assertThat(new Holders(dump.views).ofLoaders()).isNull();
		}
	}

	private static HeapDumpBuilder shop(String listClass, int buffers) {
		HeapDumpBuilder builder = ViewedDump.withUsualClasses()
			.classNamed("java.lang.Object[]", "java.lang.Object")
			.classNamed(listClass, "java.lang.Object", field("elementData", BasicType.OBJECT))
			.classNamed(BUFFER, "java.lang.Object", field("address", BasicType.LONG))
			.classNamed("shop.Audit", "java.lang.Object", staticField("UNSENT", BasicType.OBJECT, "list"))
			.instance("list", listClass, "unsent");
		return buffers(builder, "unsent", "buffer ", buffers);
	}

	private static HeapDumpBuilder buffers(HeapDumpBuilder builder, String array, String name, int buffers) {
		String[] names = IntStream.range(0, buffers).mapToObj((i) -> name + i).toArray(String[]::new);
		for (String each : names) {
			builder.instance(each, BUFFER, 42L);
		}
		return builder.objects(array, "java.lang.Object[]", names);
	}

	private static HeapDumpBuilder plugins(int count) {
		HeapDumpBuilder builder = ViewedDump.withUsualClasses()
			.classNamed("java.lang.Object[]", "java.lang.Object")
			.classNamed("shop.PluginLoader", "java.lang.ClassLoader")
			.classNamed("shop.Plugins", "java.lang.Object", staticField("LOADED", BasicType.OBJECT, "loaded"));
		String[] plugins = IntStream.range(0, count).mapToObj((i) -> "plugin " + i).toArray(String[]::new);
		for (String plugin : plugins) {
			builder.calling("class of " + plugin, "shop.Plugin")
				.classNamed("class of " + plugin, "java.lang.Object")
				.loadedBy("class of " + plugin, "loader of " + plugin)
				.instance("loader of " + plugin, "shop.PluginLoader", null, null)
				.instance(plugin, "class of " + plugin);
		}
		return builder.objects("loaded", "java.lang.Object[]", plugins);
	}

}
