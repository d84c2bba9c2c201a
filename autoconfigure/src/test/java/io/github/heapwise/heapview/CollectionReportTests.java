package io.github.heapwise.heapview;

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
 * Tests for {@link CollectionReport}, through {@link HeapReports} and the view.
 */
class CollectionReportTests {

	@Test
	void instanceOfAClassOfArraysIsNoArray() throws Exception {
		HeapDumpBuilder dump = collections().instance("odd", "[Ljava.lang.Object;")
			.instance("list", "java.util.ArrayList", "odd", 1)
			.root(HprofTag.ROOT_JNI_GLOBAL, "list", 0, 0)
			.root(HprofTag.ROOT_JNI_GLOBAL, "odd", 0, 0);
		try (AnalysedDump analysed = AnalysedDump.of(dump, this.directory)) {
			assertThat(analysed.views.collections(TableQuery.FIRST).table().rows()).singleElement()
				.satisfies((row) -> assertThat(row.className()).isEqualTo("java.util.ArrayList"))
				.satisfies((row) -> assertThat(row.slots()).isNotNegative())
				.satisfies((row) -> assertThat(row.wastedBytes()).isNotNegative());
		}
	}

	private static final int REFERENCE_BYTES = 4;

	@TempDir
	private Path directory;

	@Test
	void listWastesItsFreeSlots() throws Exception {
		HeapDumpBuilder dump = collections();
		list(dump, "list", 2, "element", "element", null, null, null, null, null, null, null, null);
		CollectionRow row = row(dump, "java.util.ArrayList");
		assertThat(row.kind()).isEqualTo("list");
		assertThat(row.instances()).isEqualTo(1);
		assertThat(row.empty()).isZero();
		assertThat(row.sparse()).isEqualTo(1);
		assertThat(row.elements()).isEqualTo(2);
		assertThat(row.slots()).isEqualTo(10);
		assertThat(row.fillRatio()).isEqualTo(0.2);
		assertThat(row.wastedBytes()).isEqualTo(8 * REFERENCE_BYTES);
		assertThat(row.worst()).isEqualTo(AnalysedDump.node(dump, "list"));
		assertThat(row.worstWastedBytes()).isEqualTo(8 * REFERENCE_BYTES);
	}

	@Test
	void nullMayBeAnElementOfAList() throws Exception {
		HeapDumpBuilder dump = collections();
		list(dump, "list", 3, "element", null, null, null);
		CollectionRow row = row(dump, "java.util.ArrayList");
		assertThat(row.elements()).isEqualTo(3);
		assertThat(row.wastedBytes()).isEqualTo(REFERENCE_BYTES);
	}

	@Test
	void emptyCollectionWastesAllOfItself() throws Exception {
		HeapDumpBuilder dump = collections();
		list(dump, "list", 0, null, null, null, null);
		dump.instance("map", "java.util.HashMap", 0, null).root(HprofTag.ROOT_JNI_GLOBAL, "map", 0, 0);
		try (AnalysedDump analysed = AnalysedDump.of(dump, this.directory)) {
			CollectionRow list = row(analysed, "java.util.ArrayList");
			assertThat(list.empty()).isEqualTo(1);
			assertThat(list.sparse()).isZero();
			assertThat(list.wastedBytes()).isEqualTo(analysed.shallowBytes(dump, "list", "list-array"));
			CollectionRow map = row(analysed, "java.util.HashMap");
			assertThat(map.empty()).isEqualTo(1);
			assertThat(map.fillRatio()).isZero();
			assertThat(map.wastedBytes()).isEqualTo(analysed.shallowBytes(dump, "map"));
			CollectionFill all = analysed.views.collections(TableQuery.FIRST);
			assertThat(all.instances()).isEqualTo(2);
			assertThat(all.wastedBytes()).isEqualTo(list.wastedBytes() + map.wastedBytes());
		}
	}

	@Test
	void emptyListsShareAnArrayThatIsNobodysWaste() throws Exception {
		HeapDumpBuilder dump = collections();
		list(dump, "list", 0);
		dump.instance("other", "java.util.ArrayList", "list-array", 0).root(HprofTag.ROOT_JNI_GLOBAL, "other", 0, 0);
		try (AnalysedDump analysed = AnalysedDump.of(dump, this.directory)) {
			assertThat(row(analysed, "java.util.ArrayList").wastedBytes())
				.isEqualTo(analysed.shallowBytes(dump, "list", "other"));
			assertThat(analysed.views.collections(TableQuery.FIRST).table().rows()).hasSize(1);
		}
	}

	@Test
	void chainedEntriesOfAMapCountThoughTheyTakeOneSlot() throws Exception {
		HeapDumpBuilder dump = collections();
		map(dump, "map", 3, "node", null, null, null);
		CollectionRow row = row(dump, "java.util.HashMap");
		assertThat(row.elements()).isEqualTo(3);
		assertThat(row.fillRatio()).isEqualTo(0.25);
		assertThat(row.sparse()).isZero();
		assertThat(row.wastedBytes()).isEqualTo(3 * REFERENCE_BYTES);
	}

	@Test
	void mapWithinASetIsPartOfIt() throws Exception {
		HeapDumpBuilder dump = collections();
		dump.instance("set", "java.util.HashSet", "map").root(HprofTag.ROOT_JNI_GLOBAL, "set", 0, 0);
		map(dump, "map", 1, "node", null, null, null, null, null, null, null);
		try (AnalysedDump analysed = AnalysedDump.of(dump, this.directory)) {
			assertThat(analysed.views.collections(TableQuery.FIRST).table().rows()).singleElement()
				.satisfies((row) -> assertThat(row.className()).isEqualTo("java.util.HashSet"))
				.satisfies((row) -> assertThat(row.kind()).isEqualTo("set"))
				.satisfies((row) -> assertThat(row.sparse()).isEqualTo(1))
				.satisfies((row) -> assertThat(row.wastedBytes()).isEqualTo(7 * REFERENCE_BYTES));
		}
	}

	@Test
	void emptySetWastesItsMapToo() throws Exception {
		HeapDumpBuilder dump = collections();
		dump.instance("set", "java.util.HashSet", "map")
			.root(HprofTag.ROOT_JNI_GLOBAL, "set", 0, 0)
			.instance("map", "java.util.HashMap", 0, null);
		try (AnalysedDump analysed = AnalysedDump.of(dump, this.directory)) {
			assertThat(row(analysed, "java.util.HashSet").wastedBytes())
				.isEqualTo(analysed.shallowBytes(dump, "set", "map"));
		}
	}

	@Test
	void identityMapKeepsKeysAndValuesInOneArray() throws Exception {
		HeapDumpBuilder dump = collections().classNamed("java.util.IdentityHashMap", "java.lang.Object",
				field("table", BasicType.OBJECT), field("size", BasicType.INT));
		dump.objects("table", "[Ljava.lang.Object;", "element", "element", null, null, "element", null, null, null)
			.instance("map", "java.util.IdentityHashMap", "table", 2)
			.root(HprofTag.ROOT_JNI_GLOBAL, "map", 0, 0);
		CollectionRow row = row(dump, "java.util.IdentityHashMap");
		assertThat(row.elements()).isEqualTo(2);
		assertThat(row.wastedBytes()).as("null is the value of a key").isEqualTo(4 * REFERENCE_BYTES);
	}

	@Test
	void classBelowAKnownOneIsARowOfItsOwn() throws Exception {
		HeapDumpBuilder dump = collections().classNamed("shop.Cart", "java.util.ArrayList",
				field("owner", BasicType.OBJECT), field("total", BasicType.LONG));
		dump.objects("array", "[Ljava.lang.Object;", "element", null)
			.instance("cart", "shop.Cart", "element", 5L, "array", 1)
			.root(HprofTag.ROOT_JNI_GLOBAL, "cart", 0, 0);
		CollectionRow row = row(dump, "shop.Cart");
		assertThat(row.kind()).isEqualTo("list");
		assertThat(row.elements()).isEqualTo(1);
		assertThat(row.wastedBytes()).isEqualTo(REFERENCE_BYTES);
	}

	@Test
	void arrayThatBelongsToNoCollectionIsCounted() throws Exception {
		HeapDumpBuilder dump = collections().classNamed("[Lshop.Order;", "java.lang.Object")
			.classNamed("shop.Loader", "java.lang.Object")
			.instance("loader", "shop.Loader")
			.loadedBy("[Lshop.Order;", "loader")
			.objects("orders", "[Lshop.Order;", "element", null, null, null, null)
			.root(HprofTag.ROOT_JNI_GLOBAL, "orders", 0, 0)
			.array("bytes", new byte[100])
			.root(HprofTag.ROOT_JNI_GLOBAL, "bytes", 0, 0);
		try (AnalysedDump analysed = AnalysedDump.of(dump, this.directory)) {
			assertThat(analysed.views.collections(TableQuery.FIRST).table().rows()).singleElement()
				.satisfies((row) -> assertThat(row.className()).isEqualTo("shop.Order[]"))
				.satisfies((row) -> assertThat(row.kind()).isEqualTo("array"))
				.satisfies((row) -> assertThat(row.elements()).as("not its class").isEqualTo(1))
				.satisfies((row) -> assertThat(row.wastedBytes()).isEqualTo(4 * REFERENCE_BYTES));
		}
	}

	@Test
	void listOfNodesHasNoRoomToWaste() throws Exception {
		HeapDumpBuilder dump = collections().classNamed("java.util.LinkedList", "java.lang.Object",
				field("size", BasicType.INT), field("first", BasicType.OBJECT));
		dump.instance("list", "java.util.LinkedList", 7, "element").root(HprofTag.ROOT_JNI_GLOBAL, "list", 0, 0);
		CollectionRow row = row(dump, "java.util.LinkedList");
		assertThat(row.elements()).isEqualTo(7);
		assertThat(row.fillRatio()).isEqualTo(1);
		assertThat(row.wastedBytes()).isZero();
	}

	@Test
	void redactedSizesAreNotBelieved() throws Exception {
		HeapDumpBuilder dump = collections();
		list(dump, "list", 2, "element", "element", null);
		map(dump, "map", 1, "node", null);
		try (AnalysedDump analysed = AnalysedDump.ofRedacted(dump, this.directory)) {
			assertThat(row(analysed, "java.util.ArrayList").elements()).isEqualTo(2);
			assertThat(row(analysed, "java.util.ArrayList").wastedBytes()).isEqualTo(REFERENCE_BYTES);
			assertThat(row(analysed, "java.util.HashMap").empty()).isZero();
			assertThat(row(analysed, "java.util.HashMap").wastedBytes()).isEqualTo(REFERENCE_BYTES);
		}
	}

	@Test
	void sizeThatLiesIsOverruledByTheArray() throws Exception {
		HeapDumpBuilder dump = collections();
		list(dump, "list", Integer.MAX_VALUE, "element", null);
		list(dump, "negative", -5, "element", null);
		CollectionRow row = row(dump, "java.util.ArrayList");
		assertThat(row.instances()).isEqualTo(2);
		assertThat(row.fillRatio()).isBetween(0.0, 1.0);
		assertThat(row.wastedBytes()).isEqualTo(REFERENCE_BYTES);
	}

	@Test
	void unreachableCollectionsDoNotCount() throws Exception {
		HeapDumpBuilder dump = collections().objects("array", "[Ljava.lang.Object;", "element", null)
			.instance("stray", "java.util.ArrayList", "array", 1);
		try (AnalysedDump analysed = AnalysedDump.of(dump, this.directory)) {
			assertThat(analysed.views.collections(TableQuery.FIRST).instances()).isZero();
		}
	}

	@Test
	void rowsAreSortedFilteredAndCut() throws Exception {
		HeapDumpBuilder dump = collections();
		list(dump, "list", 1, "element", null, null);
		map(dump, "map", 1, "node", null);
		try (AnalysedDump analysed = AnalysedDump.of(dump, this.directory)) {
			assertThat(analysed.views.collections(TableQuery.FIRST).table().rows()).extracting(CollectionRow::className)
				.containsExactly("java.util.ArrayList", "java.util.HashMap");
			assertThat(analysed.views.collections(new TableQuery(2, 1, "fillRatio", false, "")).table().rows())
				.extracting(CollectionRow::className)
				.containsExactly("java.util.ArrayList");
			Table<CollectionRow> filtered = analysed.views.collections(new TableQuery(1, 10, null, false, "HASH"))
				.table();
			assertThat(filtered.totalRows()).isEqualTo(1);
			assertThat(filtered.rows()).extracting(CollectionRow::className).containsExactly("java.util.HashMap");
		}
	}

	private CollectionRow row(HeapDumpBuilder dump, String className) throws Exception {
		try (AnalysedDump analysed = AnalysedDump.of(dump, this.directory)) {
			return row(analysed, className);
		}
	}

	private static CollectionRow row(AnalysedDump analysed, String className) throws Exception {
		return analysed.views.collections(TableQuery.FIRST)
			.table()
			.rows()
			.stream()
			.filter((row) -> row.className().equals(className))
			.findFirst()
			.orElseThrow();
	}

	private static HeapDumpBuilder collections() {
		return aHeapDump().classNamed("java.lang.Object", null)
			.classNamed("[B", "java.lang.Object")
			.classNamed("[Ljava.lang.Object;", "java.lang.Object")
			.classNamed("[Ljava.util.HashMap$Node;", "java.lang.Object")
			.classNamed("java.util.HashMap$Node", "java.lang.Object")
			.classNamed("java.util.ArrayList", "java.lang.Object", field("elementData", BasicType.OBJECT),
					field("size", BasicType.INT))
			.classNamed("java.util.HashMap", "java.lang.Object", field("size", BasicType.INT),
					field("table", BasicType.OBJECT))
			.classNamed("java.util.HashSet", "java.lang.Object", field("map", BasicType.OBJECT))
			.instance("element", "java.lang.Object")
			.instance("node", "java.util.HashMap$Node");
	}

	private static void list(HeapDumpBuilder dump, String name, int size, String... elements) {
		dump.objects(name + "-array", "[Ljava.lang.Object;", elements)
			.instance(name, "java.util.ArrayList", name + "-array", size)
			.root(HprofTag.ROOT_JNI_GLOBAL, name, 0, 0);
	}

	private static void map(HeapDumpBuilder dump, String name, int size, String... slots) {
		dump.objects(name + "-table", "[Ljava.util.HashMap$Node;", slots)
			.instance(name, "java.util.HashMap", size, name + "-table")
			.root(HprofTag.ROOT_JNI_GLOBAL, name, 0, 0);
	}

}
