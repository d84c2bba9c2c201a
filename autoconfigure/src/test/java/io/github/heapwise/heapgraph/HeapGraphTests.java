package io.github.heapwise.heapgraph;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import io.github.heapwise.hprof.BasicType;
import io.github.heapwise.hprof.CancelSignal;
import io.github.heapwise.hprof.HeapDumpBuilder;
import io.github.heapwise.hprof.HprofTag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static io.github.heapwise.hprof.HeapDumpBuilder.Field.field;
import static io.github.heapwise.hprof.HeapDumpBuilder.Field.staticField;
import static io.github.heapwise.hprof.HeapDumpBuilder.aHeapDump;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

/**
 * Tests for {@link HeapGraph}: dumps of known structures.
 */
class HeapGraphTests {

	private static final int RANDOM_DUMPS = 60;

	@TempDir
	private Path directory;

	@ParameterizedTest
	@ValueSource(ints = { 4, 8 })
	void listIsRetainedByItsFirstEntry(int idBytes) {
		try (IndexedDump dump = IndexedDump.of(list().withIdBytes(idBytes), this.directory)) {
			assertThat(dump.distance("first")).isEqualTo(2);
			assertThat(dump.distance("third")).isEqualTo(4);
			assertThat(dump.retained("first")).isEqualTo(dump.shallow("first", "second", "third", "bytes"));
			assertThat(dump.graph.dominator(dump.number("third"))).isEqualTo(dump.number("second"));
			assertThat(dump.graph.dominator(dump.number("shop.Shop"))).isEqualTo(-1);
			assertThat(dump.graph.pathFromRoot(dump.number("third")))
				.containsExactly(dump.numbers("shop.Shop", "first", "second", "third"));
			assertThat(dump.referrers("second")).containsExactly(dump.number("first"));
			assertThat(dump.references("first")).containsExactlyInAnyOrder(dump.numbers("second", "bytes"));
		}
	}

	@Test
	void classesCountWhatTheyRetainOnce() {
		try (IndexedDump dump = IndexedDump.of(list(), this.directory)) {
			ClassSummary entry = dump.type("shop.Entry");
			assertThat(entry.instances()).isEqualTo(3);
			assertThat(entry.shallowBytes()).isEqualTo(dump.shallow("first", "second", "third"));
			assertThat(entry.retainedBytes()).isEqualTo(dump.retained("first"));
			assertThat(entry.distance()).isEqualTo(2);
			assertThat(dump.type("byte[]").instances()).isEqualTo(1);
			assertThat(dump.type("java.lang.Class").instances()).isEqualTo(3);
		}
	}

	@Test
	void objectTellsWhatItIs() {
		try (IndexedDump dump = IndexedDump.of(list(), this.directory)) {
			HeapObject bytes = dump.graph.object(dump.number("bytes"));
			assertThat(bytes.className()).isEqualTo("byte[]");
			assertThat(bytes.length()).isEqualTo(6);
			HeapObject shop = dump.graph.object(dump.number("shop.Shop"));
			assertThat(shop.className()).isEqualTo("java.lang.Class");
			assertThat(shop.represents()).isEqualTo("shop.Shop");
			assertThat(shop.length()).isEqualTo(-1);
			assertThatIllegalArgumentException().isThrownBy(() -> dump.graph.object(dump.graph.objects()))
				.withMessage("Object number must be from 0 to %d but was %d", dump.graph.objects() - 1,
						dump.graph.objects());
		}
	}

	@Test
	void fieldsAreReadFromTheDump() throws Exception {
		try (IndexedDump dump = IndexedDump.of(list(), this.directory)) {
			assertThat(dump.graph.fields(dump.number("first"), 0, 10))
				.extracting(FieldValue::name, FieldValue::object, FieldValue::primitive)
				.containsExactly(tuple("next", dump.number("second"), null), tuple("price", -1, 7L),
						tuple("content", dump.number("bytes"), null));
			assertThat(dump.graph.fields(dump.number("shop.Shop"), 0, 10))
				.extracting(FieldValue::name, FieldValue::object, FieldValue::primitive)
				.containsExactly(tuple("first", dump.number("first"), null), tuple("count", -1, 3));
			assertThat(dump.graph.fields(dump.number("bytes"), 4, 10))
				.extracting(FieldValue::name, FieldValue::primitive)
				.containsExactly(tuple("4", (byte) 'e'), tuple("5", (byte) 't'));
		}
	}

	@Test
	void weakSoftPhantomAndFinalReferencesDoNotRetain() {
		HeapDumpBuilder builder = aHeapDump().classNamed("java.lang.Object", null)
			.classNamed("java.lang.ref.Reference", "java.lang.Object", field("referent", BasicType.OBJECT),
					field("queue", BasicType.OBJECT))
			.classNamed("java.lang.ref.WeakReference", "java.lang.ref.Reference")
			.classNamed("shop.Key", "java.lang.ref.WeakReference", field("value", BasicType.OBJECT))
			.instance("referent", "java.lang.Object")
			.instance("queue", "java.lang.Object")
			.instance("value", "java.lang.Object")
			.instance("key", "shop.Key", "value", "referent", "queue")
			.root(HprofTag.ROOT_JNI_GLOBAL, "key", 0, 0);
		try (IndexedDump dump = IndexedDump.of(builder, this.directory)) {
			assertThat(dump.distance("referent")).isZero();
			assertThat(dump.retained("referent")).isZero();
			assertThat(dump.distance("queue")).isEqualTo(2);
			assertThat(dump.retained("key")).isEqualTo(dump.shallow("key", "queue", "value"));
			assertThat(dump.type("java.lang.Object").unreachableInstances()).isEqualTo(1);
		}
	}

	@Test
	void threadHoldsWhatItsFramesHold() {
		HeapDumpBuilder builder = aHeapDump().classNamed("java.lang.Object", null)
			.classNamed("java.lang.Thread", "java.lang.Object", field("name", BasicType.OBJECT))
			.instance("name", "java.lang.Object")
			.instance("local", "java.lang.Object")
			.instance("stray", "java.lang.Object")
			.instance("worker", "java.lang.Thread", "name")
			.root(HprofTag.ROOT_JAVA_FRAME, "local", 7, 3)
			.root(HprofTag.ROOT_JAVA_FRAME, "stray", 99, 0)
			.root(HprofTag.ROOT_THREAD_OBJECT, "worker", 7, 8);
		try (IndexedDump dump = IndexedDump.of(builder, this.directory)) {
			int worker = dump.number("worker");
			assertThat(dump.distance("local")).isEqualTo(2);
			assertThat(dump.retained("worker")).isEqualTo(dump.shallow("worker", "name", "local"));
			assertThat(dump.references("worker")).containsExactlyInAnyOrder(dump.numbers("name", "local"));
			assertThat(dump.roots("local"))
				.containsExactly(new HeapRoot(dump.number("local"), RootKind.JAVA_FRAME, worker, 3));
			assertThat(dump.roots("worker")).extracting(HeapRoot::kind).containsExactly(RootKind.THREAD);
			assertThat(dump.distance("stray")).as("of a thread that is not in the dump").isEqualTo(1);
		}
	}

	@Test
	void instanceKeepsTheLoaderOfItsClassAlive() {
		HeapDumpBuilder builder = aHeapDump().classNamed("java.lang.Object", null)
			.classNamed("shop.Loader", "java.lang.Object", field("classes", BasicType.OBJECT))
			.classNamed("shop.Plugin", "java.lang.Object", staticField("cache", BasicType.OBJECT, "cache"))
			.loadedBy("shop.Plugin", "loader")
			.instance("loader", "shop.Loader", "classes")
			.objects("classes", "java.lang.Object[]", "shop.Plugin")
			.instance("cache", "java.lang.Object")
			.instance("plugin", "shop.Plugin")
			.root(HprofTag.ROOT_JNI_GLOBAL, "plugin", 0, 0);
		try (IndexedDump dump = IndexedDump.of(builder, this.directory)) {
			assertThat(dump.graph.pathFromRoot(dump.number("loader")))
				.containsExactly(dump.numbers("plugin", "shop.Plugin", "loader"));
			assertThat(dump.retained("plugin"))
				.isEqualTo(dump.shallow("plugin", "shop.Plugin", "loader", "classes", "cache"));
			assertThat(dump.type("shop.Plugin").loader()).isEqualTo(dump.number("loader"));
		}
	}

	@Test
	void classesOfPermanentLoadersAreRootsButForHiddenOnes() {
		String hidden = "shop.Shop$$Lambda+0x00007f0001002000";
		HeapDumpBuilder builder = aHeapDump().classNamed("java.lang.Object", null)
			.classNamed("jdk.internal.loader.ClassLoaders$AppClassLoader", "java.lang.Object")
			.classNamed("shop.Shop", "java.lang.Object")
			.classNamed(hidden, "java.lang.Object")
			.loadedBy("shop.Shop", "loader")
			.loadedBy(hidden, "loader")
			.instance("loader", "jdk.internal.loader.ClassLoaders$AppClassLoader");
		try (IndexedDump dump = IndexedDump.of(builder, this.directory)) {
			assertThat(dump.roots("shop.Shop")).extracting(HeapRoot::kind).containsExactly(RootKind.SYSTEM_CLASS);
			assertThat(dump.distance(hidden)).isZero();
			assertThat(dump.distance("loader")).isEqualTo(2);
		}
	}

	@Test
	void referencesToWhatIsNotInTheDumpAreLeftOut() {
		HeapDumpBuilder builder = aHeapDump().classNamed("java.lang.Object", null)
			.objects("list", "java.lang.Object[]", "missing", null, "there", "list")
			.instance("there", "java.lang.Object")
			.instance("odd", "of a missing class", 1, "there")
			.root(HprofTag.ROOT_MONITOR_USED, "list")
			.root(HprofTag.ROOT_MONITOR_USED, "gone");
		try (IndexedDump dump = IndexedDump.of(builder, this.directory)) {
			assertThat(dump.references("list")).containsExactly(dump.number("there"));
			assertThat(dump.graph.object(dump.number("odd")).className()).isEqualTo("unknown class");
			assertThat(dump.graph.totals().roots()).isEqualTo(2);
		}
	}

	@Test
	void dominatedObjectsComeByRetainedSizeAndInPages() {
		HeapDumpBuilder builder = aHeapDump().classNamed("java.lang.Object", null)
			.objects("list", "java.lang.Object[]", "small", "large", "medium")
			.array("small", new byte[100])
			.array("medium", new byte[200])
			.array("large", new byte[300])
			.root(HprofTag.ROOT_MONITOR_USED, "list");
		try (IndexedDump dump = IndexedDump.of(builder, this.directory)) {
			int list = dump.number("list");
			assertThat(dump.graph.dominated(list, 0, 10)).containsExactly(dump.numbers("large", "medium", "small"));
			assertThat(dump.graph.dominated(list, 1, 1)).containsExactly(dump.numbers("medium"));
			assertThat(dump.graph.dominatedCount(list)).isEqualTo(3);
			assertThat(dump.graph.dominated(-1, 0, 1)).containsExactly(list);
			assertThat(dump.graph.dominatedCount(-1)).isEqualTo(2);
		}
	}

	@Test
	void manyReferrersAreFoundAsFarAsAsked() {
		String[] names = IntStream.range(0, 5000).mapToObj((i) -> "order" + i).toArray(String[]::new);
		HeapDumpBuilder builder = aHeapDump().classNamed("java.lang.Object", null)
			.classNamed("shop.Order", "java.lang.Object", field("shop", BasicType.OBJECT))
			.instance("shop", "java.lang.Object")
			.objects("orders", "java.lang.Object[]", names)
			.root(HprofTag.ROOT_MONITOR_USED, "orders");
		for (String name : names) {
			builder.instance(name, "shop.Order", "shop");
		}
		try (IndexedDump dump = IndexedDump.of(builder, this.directory)) {
			int shop = dump.number("shop");
			int[] all = dump.referrers("shop");
			assertThat(all).containsExactlyInAnyOrder(dump.numbers(names));
			ObjectPage page = dump.graph.referrers(shop, 4, 2, CancelSignal.NEVER);
			assertThat(page.objects()).containsExactly(all[4], all[5]);
			assertThat(page.total()).isEqualTo(names.length);
			assertThat(dump.graph.referrers(shop, names.length, 2, CancelSignal.NEVER).objects()).isEmpty();
			assertThat(dump.referrers("order7")).containsExactly(dump.number("orders"));
			assertThat(dump.graph.dominator(shop)).isEqualTo(dump.number("orders"));
		}
	}

	@Test
	void referrerThatRefersSeveralTimesCountsOnce() {
		HeapDumpBuilder builder = aHeapDump().classNamed("java.lang.Object", null)
			.classNamed("java.lang.Thread", "java.lang.Object", field("first", BasicType.OBJECT),
					field("second", BasicType.OBJECT))
			.instance("order", "java.lang.Object")
			.objects("orders", "java.lang.Object[]", "order", "orders", "order", "order")
			.instance("worker", "java.lang.Thread", "order", "order")
			.root(HprofTag.ROOT_JAVA_FRAME, "order", 7, 0)
			.root(HprofTag.ROOT_THREAD_OBJECT, "worker", 7, 8);
		try (IndexedDump dump = IndexedDump.of(builder, this.directory)) {
			ObjectPage page = dump.graph.referrers(dump.number("order"), 0, 10, CancelSignal.NEVER);
			assertThat(page.objects()).containsExactlyInAnyOrder(dump.numbers("orders", "worker"));
			assertThat(page.total()).isEqualTo(2);
		}
	}

	@Test
	void instancesOfAClassAreFound() {
		try (IndexedDump dump = IndexedDump.of(list(), this.directory)) {
			List<Integer> found = new ArrayList<>();
			dump.graph.instances(dump.type("shop.Entry").number(), CancelSignal.NEVER, found::add);
			assertThat(found).containsExactlyInAnyOrder(dump.number("first"), dump.number("second"),
					dump.number("third"));
		}
	}

	@Test
	void matchesBruteForceOnDumpsOfRandomGraphs() {
		for (int seed = 0; seed < RANDOM_DUMPS; seed++) {
			TestGraph graph = TestGraph.random(new Random(seed));
			HeapDumpBuilder builder = graph.toHeapDump();
			try (IndexedDump dump = new IndexedDump(builder, builder.writeTo(this.directory))) {
				assertMatches("seed " + seed, graph, dump);
			}
		}
	}

	private static void assertMatches(String description, TestGraph graph, IndexedDump dump) {
		int[] distances = graph.distancesWithout(-1);
		for (int i = 0; i < graph.size; i++) {
			String name = TestGraph.name(i);
			int dominator = graph.dominatorOf(i);
			assertThat(dump.distance(name)).as(description).isEqualTo(distances[i]);
			assertThat(dump.graph.dominator(dump.number(name))).as(description)
				.isEqualTo((dominator > 0) ? dump.number(TestGraph.name(dominator - 1)) : -1);
			assertThat(dump.retained(name)).as(description)
				.isEqualTo(graph.retainedBy(i)
					.stream()
					.mapToLong((retained) -> dump.shallow(TestGraph.name(retained)))
					.sum());
			assertThat(dump.graph.pathFromRoot(dump.number(name))).as(description).hasSize(distances[i]);
			assertThat(dump.referrers(name)).as(description)
				.containsExactlyInAnyOrder(dump.numbers(graph.referrersOf(i)));
		}
	}

	private static HeapDumpBuilder list() {
		return aHeapDump().classNamed("java.lang.Object", null)
			.classNamed("shop.Entry", "java.lang.Object", field("next", BasicType.OBJECT),
					field("price", BasicType.LONG), field("content", BasicType.OBJECT))
			.classNamed("shop.Shop", "java.lang.Object", staticField("first", BasicType.OBJECT, "first"),
					staticField("count", BasicType.INT, 3))
			.instance("third", "shop.Entry", null, 9L, "bytes")
			.instance("second", "shop.Entry", "third", 8L, null)
			.nextSegment()
			.instance("first", "shop.Entry", "second", 7L, "bytes")
			.array("bytes", "secret".getBytes(StandardCharsets.US_ASCII));
	}

}
