package io.github.heapwise.heapgraph;

import java.nio.file.Path;

import io.github.heapwise.hprof.BasicType;
import io.github.heapwise.hprof.HeapDumpBuilder;
import io.github.heapwise.hprof.HprofTag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static io.github.heapwise.hprof.HeapDumpBuilder.Field.field;
import static io.github.heapwise.hprof.HeapDumpBuilder.Field.staticField;
import static io.github.heapwise.hprof.HeapDumpBuilder.aHeapDump;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/**
 * Tests for {@link HeapGraph}: what is difficult about the heap of a JVM.
 */
class HeapDifficultiesTests {

	// The builder gives objects addresses 16 bytes apart.
	private static final int OBJECTS_THAT_TELL_ALIGNMENT = 300;

	@TempDir
	private Path directory;

	@Test
	void finalizableObjectIsNotRetainedByTheChainOfFinalizers() {
		HeapDumpBuilder builder = aHeapDump().classNamed("java.lang.Object", null)
			.classNamed("java.lang.ref.Reference", "java.lang.Object", field("referent", BasicType.OBJECT),
					field("queue", BasicType.OBJECT))
			.classNamed("java.lang.ref.FinalReference", "java.lang.ref.Reference")
			.classNamed("java.lang.ref.Finalizer", "java.lang.ref.FinalReference", field("next", BasicType.OBJECT),
					staticField("unfinalized", BasicType.OBJECT, "first"))
			.instance("first", "java.lang.ref.Finalizer", "second", "file", null)
			.instance("second", "java.lang.ref.Finalizer", null, "gone", null)
			.instance("file", "java.lang.Object")
			.instance("gone", "java.lang.Object")
			.root(HprofTag.ROOT_MONITOR_USED, "file");
		try (IndexedDump dump = IndexedDump.of(builder, this.directory)) {
			assertThat(dump.distance("file")).isEqualTo(1);
			assertThat(dump.distance("gone")).isZero();
			assertThat(dump.retained("first")).isEqualTo(dump.shallow("first", "second"));
		}
	}

	@Test
	void valueOfAThreadLocalIsHeldByItsThread() {
		HeapDumpBuilder builder = aHeapDump().classNamed("java.lang.Object", null)
			.classNamed("java.lang.Thread", "java.lang.Object", field("threadLocals", BasicType.OBJECT))
			.classNamed("java.lang.ref.Reference", "java.lang.Object", field("referent", BasicType.OBJECT))
			.classNamed("java.lang.ref.WeakReference", "java.lang.ref.Reference")
			.classNamed("java.lang.ThreadLocal$ThreadLocalMap", "java.lang.Object", field("table", BasicType.OBJECT))
			.classNamed("java.lang.ThreadLocal$ThreadLocalMap$Entry", "java.lang.ref.WeakReference",
					field("value", BasicType.OBJECT))
			.instance("worker", "java.lang.Thread", "map")
			.instance("map", "java.lang.ThreadLocal$ThreadLocalMap", "table")
			.objects("table", "java.lang.ThreadLocal$ThreadLocalMap$Entry[]", null, "entry")
			.instance("entry", "java.lang.ThreadLocal$ThreadLocalMap$Entry", "buffer", "key")
			.array("buffer", new byte[1000])
			.instance("key", "java.lang.Object")
			.root(HprofTag.ROOT_THREAD_OBJECT, "worker", 7, 8);
		try (IndexedDump dump = IndexedDump.of(builder, this.directory)) {
			assertThat(dump.graph.pathFromRoot(dump.number("buffer")))
				.containsExactly(dump.numbers("worker", "map", "table", "entry", "buffer"));
			assertThat(dump.retained("worker")).isEqualTo(dump.shallow("worker", "map", "table", "entry", "buffer"));
			assertThat(dump.distance("key")).isZero();
		}
	}

	@Test
	void classKeepsTheOneAboveItAlive() {
		HeapDumpBuilder builder = aHeapDump().classNamed("java.lang.Object", null)
			.classNamed("plugin.Base", "java.lang.Object", staticField("cache", BasicType.OBJECT, "cache"))
			.classNamed("plugin.Plugin", "plugin.Base")
			.loadedBy("plugin.Base", "parent")
			.loadedBy("plugin.Plugin", "loader")
			.instance("parent", "java.lang.Object")
			.instance("loader", "java.lang.Object")
			.instance("cache", "java.lang.Object")
			.instance("plugin", "plugin.Plugin")
			.root(HprofTag.ROOT_JNI_GLOBAL, "plugin", 0, 0);
		try (IndexedDump dump = IndexedDump.of(builder, this.directory)) {
			assertThat(dump.graph.pathFromRoot(dump.number("cache")))
				.containsExactly(dump.numbers("plugin", "plugin.Plugin", "plugin.Base", "cache"));
			assertThat(dump.distance("parent")).isEqualTo(4);
		}
	}

	@Test
	void classesOfTheSameNameAndOtherLoadersAreToldApart() {
		HeapDumpBuilder builder = aHeapDump().classNamed("java.lang.Object", null)
			.classNamed("shop.Order", "java.lang.Object")
			.calling("order of the other shop", "shop.Order")
			.classNamed("order of the other shop", "java.lang.Object", field("number", BasicType.LONG))
			.loadedBy("shop.Order", "loader")
			.loadedBy("order of the other shop", "other loader")
			.instance("loader", "java.lang.Object")
			.instance("other loader", "java.lang.Object")
			.instance("order", "shop.Order")
			.instance("other order", "order of the other shop", 17L)
			.root(HprofTag.ROOT_MONITOR_USED, "order")
			.root(HprofTag.ROOT_MONITOR_USED, "other order");
		try (IndexedDump dump = IndexedDump.of(builder, this.directory)) {
			assertThat(dump.graph.classes()).filteredOn((type) -> type.name().equals("shop.Order"))
				.extracting(ClassSummary::loader, ClassSummary::instances)
				.containsExactlyInAnyOrder(tuple(dump.number("loader"), 1L), tuple(dump.number("other loader"), 1L));
			assertThat(dump.graph.classOf(dump.number("order")))
				.isNotEqualTo(dump.graph.classOf(dump.number("other order")));
		}
	}

	@Test
	void virtualThreadIsARootThatHoldsWhatItsFramesHold() {
		HeapDumpBuilder builder = aHeapDump().classNamed("java.lang.Object", null)
			.classNamed("java.lang.VirtualThread", "java.lang.Object", field("cont", BasicType.OBJECT))
			.instance("chunk", "java.lang.Object")
			.instance("local", "java.lang.Object")
			.instance("worker", "java.lang.VirtualThread", "chunk")
			.root(HprofTag.ROOT_JAVA_FRAME, "local", 70_001, 0)
			.root(HprofTag.ROOT_THREAD_OBJECT, "worker", 70_001, 70_002);
		try (IndexedDump dump = IndexedDump.of(builder, this.directory)) {
			assertThat(dump.roots("worker")).extracting(HeapRoot::kind).containsExactly(RootKind.THREAD);
			assertThat(dump.retained("worker")).isEqualTo(dump.shallow("worker", "chunk", "local"));
		}
	}

	@Test
	void sizesAreMultiplesOfWhatAllAddressesAreMultiplesOf() {
		try (IndexedDump dump = IndexedDump.of(orders(OBJECTS_THAT_TELL_ALIGNMENT), this.directory)) {
			assertThat(dump.shallow("order0")).as("12 + 3 * 8 bytes").isEqualTo(48);
			assertThat(dump.shallow("shop.Order") % 16).isZero();
		}
	}

	@Test
	void fewObjectsSayNothingAboutAlignment() {
		try (IndexedDump dump = IndexedDump.of(orders(10), this.directory)) {
			assertThat(dump.shallow("order0")).as("12 + 3 * 8 bytes").isEqualTo(40);
		}
	}

	// Collectors fill gaps with what looks like an array of numbers.
	@Test
	void whatFillsGapsIsNeitherReachableNorCounted() {
		HeapDumpBuilder builder = aHeapDump().classNamed("java.lang.Object", null)
			.classNamed("jdk.internal.vm.FillerObject", "java.lang.Object")
			.array("used", 1, 2)
			.array("filler array", new long[100])
			.instance("filler", "jdk.internal.vm.FillerObject")
			.root(HprofTag.ROOT_MONITOR_USED, "used");
		try (IndexedDump dump = IndexedDump.of(builder, this.directory)) {
			assertThat(dump.type("long[]").shallowBytes()).isEqualTo(dump.shallow("used"));
			assertThat(dump.type("long[]").unreachableBytes()).isEqualTo(dump.shallow("filler array"));
			assertThat(dump.type("jdk.internal.vm.FillerObject").instances()).isZero();
			assertThat(dump.type("jdk.internal.vm.FillerObject").unreachableInstances()).isEqualTo(1);
		}
	}

	private static HeapDumpBuilder orders(int count) {
		HeapDumpBuilder builder = aHeapDump().classNamed("java.lang.Object", null)
			.classNamed("shop.Order", "java.lang.Object", field("number", BasicType.LONG),
					field("price", BasicType.LONG), field("customer", BasicType.LONG));
		for (int i = 0; i < count; i++) {
			builder.instance("order" + i, "shop.Order", 1L, 2L, 3L);
		}
		return builder;
	}

}
