package io.github.heapwise.heapview;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;

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
 * Tests for {@link SuspectFinder} and {@link SuspectsView}.
 */
class SuspectsViewTests {

	private static final int MANY = 3000;

	@TempDir
	private Path directory;

	@Test
	void growingMapIsNamedWithWhatHoldsItAndWhatIsInIt() throws IOException {
		HeapDumpBuilder dump = map(MANY, "shop.Cart");
		try (AnalysedDump analysed = analysed(dump)) {
			Suspect suspect = only(analysed, null);
			assertThat(suspect.sentence())
				.startsWith("One 'java.util.HashMap' held by static field 'ORDERS' of class 'shop.Cart' retains ")
				.contains(", most of it 3,000 'shop.Order' (");
			assertThat(suspect.kind()).isEqualTo("object");
			assertThat(suspect.className()).isEqualTo("java.util.HashMap");
			assertThat(suspect.object().node()).isEqualTo(AnalysedDump.node(dump, "map"));
			assertThat(suspect.accumulation().node()).isEqualTo(AnalysedDump.node(dump, "table"));
			assertThat(suspect.retainedRatio()).isBetween(0.5, 1.0);
			assertThat(suspect.growth()).isNull();
		}
	}

	@Test
	void heldClassesComeByWhatTheyRetainAndThePathFromItsRoot() throws IOException {
		try (AnalysedDump analysed = analysed(map(MANY, "shop.Cart"))) {
			Suspect suspect = only(analysed, null);
			assertThat(suspect.held()).extracting(Suspect.HeldClass::className, Suspect.HeldClass::objects)
				.startsWith(tuple("java.util.HashMap$Node", 3000L), tuple("shop.Order", 3000L));
			assertThat(suspect.held().get(0).retainedBytes()).isGreaterThan(suspect.held().get(1).retainedBytes());
			assertThat(suspect.path()).extracting(Suspect.PathStep::className)
				.containsExactly("shop.Cart", "java.util.HashMap", "java.util.HashMap$Node[]");
			assertThat(suspect.path()).extracting(Suspect.PathStep::field).containsExactly(null, "ORDERS", "table");
		}
	}

	@Test
	void growthIsThatOfTheClassesSinceTheEarlierDump() throws IOException {
		try (AnalysedDump before = analysed(map(MANY - 500, "shop.Cart"));
				AnalysedDump after = analysed(map(MANY, "shop.Cart"))) {
			Suspect suspect = only(after, before);
			assertThat(suspect.growth().deltaObjects()).isEqualTo(500);
			assertThat(suspect.growth().deltaBytes())
				.isEqualTo(suspect.retainedBytes() - only(before, null).retainedBytes());
			assertThat(suspect.sentence()).endsWith("before, with 500 more 'java.util.HashMap$Node'");
		}
	}

	@Test
	void longListIsNamedAtItsHead() throws IOException {
		HeapDumpBuilder dump = classes().classNamed("shop.Link", "java.lang.Object", field("next", BasicType.OBJECT),
				field("value", BasicType.LONG));
		dump.classNamed("shop.Cart", "java.lang.Object", staticField("FIRST", BasicType.OBJECT, "link 0"));
		for (int i = 0; i < MANY; i++) {
			dump.instance("link " + i, "shop.Link", (i + 1 < MANY) ? "link " + (i + 1) : null, (long) i);
		}
		try (AnalysedDump analysed = analysed(dump)) {
			Suspect suspect = only(analysed, null);
			assertThat(suspect.object().node()).isEqualTo(AnalysedDump.node(dump, "link 0"));
			assertThat(suspect.sentence())
				.startsWith("One 'shop.Link' held by static field 'FIRST' of class 'shop.Cart' retains ")
				.contains(", most of it 3,000 'shop.Link' (");
		}
	}

	@Test
	void nodesAndValuesThatTakeTurnsAreAListToo() throws IOException {
		HeapDumpBuilder dump = classes().classNamed("shop.Step", "java.lang.Object", field("result", BasicType.OBJECT))
			.classNamed("shop.Result", "java.lang.Object", field("then", BasicType.OBJECT))
			.classNamed("shop.Cart", "java.lang.Object", staticField("FIRST", BasicType.OBJECT, "step 0"));
		for (int i = 0; i < MANY; i++) {
			dump.instance("step " + i, "shop.Step", "result " + i);
			dump.instance("result " + i, "shop.Result", (i + 1 < MANY) ? "step " + (i + 1) : null);
		}
		try (AnalysedDump analysed = analysed(dump)) {
			assertThat(only(analysed, null).sentence()).contains(" field 'FIRST' of class 'shop.Cart' retains ");
		}
	}

	@Test
	void listWithinAListIsNamed() throws IOException {
		HeapDumpBuilder dump = classes()
			.classNamed("java.util.ArrayList", "java.lang.Object", field("elementData", BasicType.OBJECT))
			.classNamed("shop.Cart", "java.lang.Object", staticField("LISTS", BasicType.OBJECT, "outer"))
			.instance("outer", "java.util.ArrayList", "lists")
			.instance("inner", "java.util.ArrayList", "list");
		list(dump, "shop.Order");
		dump.objects("lists", "[Ljava.lang.Object;", "inner");
		try (AnalysedDump analysed = analysed(dump)) {
			Suspect suspect = only(analysed, null);
			assertThat(suspect.sentence()).contains(" field 'LISTS' of class 'shop.Cart' retains ")
				.contains(", most of it 3,000 'shop.Order' (");
			assertThat(suspect.accumulation().node()).isEqualTo(AnalysedDump.node(dump, "list"));
		}
	}

	@Test
	void mapBehindAnEntryThatSharesItsBucketIsNamedAndNotTheEntry() throws IOException {
		HeapDumpBuilder dump = map(MANY).classNamed("shop.Names", "java.lang.Object", field("taken", BasicType.OBJECT))
			.classNamed("shop.Beans", "java.lang.Object", staticField("ALL", BasicType.OBJECT, "bucket"))
			.instance("bucket", "java.util.HashMap$Node", "next", 1)
			.instance("next", "java.util.HashMap$Node", "names", 1)
			.instance("names", "shop.Names", "map");
		try (AnalysedDump analysed = analysed(dump)) {
			assertThat(only(analysed, null).sentence())
				.startsWith("One 'java.util.HashMap' held by field 'taken' of 'shop.Names' retains ");
		}
	}

	@Test
	void manyInstancesHereAndThereAreNamedAsClass() throws IOException {
		HeapDumpBuilder dump = classes().classNamed("shop.Session", "java.lang.Object",
				field("values", BasicType.OBJECT));
		for (int i = 0; i < 20; i++) {
			dump.instance("session " + i, "shop.Session", "values " + i)
				.array("values " + i, new long[1000])
				.root(HprofTag.ROOT_JNI_GLOBAL, "session " + i, 0, 0);
		}
		try (AnalysedDump analysed = analysed(dump)) {
			Suspect suspect = only(analysed, null);
			assertThat(suspect.kind()).isEqualTo("class");
			assertThat(suspect.instances()).isEqualTo(20);
			assertThat(suspect.accumulation()).isNull();
			assertThat(suspect.sentence()).startsWith("20 instances of 'shop.Session' retain 161 kB (")
				.endsWith(", the largest of them held by native code");
		}
	}

	@Test
	void containerOfDifferentThingsIsNotNamed() throws IOException {
		HeapDumpBuilder dump = classes();
		String[] elements = IntStream.range(0, 300).mapToObj((i) -> "bean " + i).toArray(String[]::new);
		dump.classNamed("shop.Beans", "java.lang.Object", staticField("ALL", BasicType.OBJECT, "beans"))
			.classNamed("[Ljava.lang.Object;", "java.lang.Object")
			.objects("beans", "[Ljava.lang.Object;", elements);
		for (int i = 0; i < elements.length; i++) {
			dump.array(elements[i], new long[100_000 / ((i + 1) * (i + 1))]);
		}
		assertNothing(dump);
	}

	@Test
	void whatClassLoadersKeepForTheirClassesIsNotNamed() throws IOException {
		HeapDumpBuilder dump = map(MANY, "jdk.internal.loader.Jars")
			.classNamed("java.lang.ClassLoader", "java.lang.Object", field("packages", BasicType.OBJECT))
			.classNamed("shop.Loader", "java.lang.ClassLoader")
			.instance("loader", "shop.Loader", "list")
			.root(HprofTag.ROOT_JNI_GLOBAL, "loader", 0, 0);
		list(dump, "java.util.zip.ZipEntry");
		assertNothing(dump);
	}

	@Test
	void whatTheJvmAndWeKeepIsNotNamed() throws IOException {
		assertNothing(map(MANY, "jdk.jfr.internal.Constants"));
		assertNothing(map(MANY, "io.github.heapwise.calltree.Frames"));
	}

	@Test
	void smallHeapWithLittleInItIsNotSuspicious() throws IOException {
		assertNothing(map(50, "shop.Cart"));
	}

	private void assertNothing(HeapDumpBuilder dump) throws IOException {
		try (AnalysedDump analysed = analysed(dump)) {
			Suspects suspects = analysed.views.suspects(null);
			assertThat(suspects.suspects()).isEmpty();
			assertThat(suspects.thresholdBytes()).isPositive().isLessThan(suspects.reachableBytes());
		}
	}

	private AnalysedDump analysed(HeapDumpBuilder dump) throws IOException {
		return AnalysedDump.of(dump, Files.createTempDirectory(this.directory, "dump"));
	}

	private static Suspect only(AnalysedDump analysed, AnalysedDump before) throws IOException {
		Suspects suspects = analysed.views.suspects((before != null) ? before.views : null);
		assertThat(suspects.suspects()).hasSize(1);
		return suspects.suspects().get(0);
	}

	private static HeapDumpBuilder map(int size, String holder) {
		return map(size).classNamed(holder, "java.lang.Object", staticField("ORDERS", BasicType.OBJECT, "map"));
	}

	private static HeapDumpBuilder map(int size) {
		HeapDumpBuilder dump = classes()
			.classNamed("java.util.HashMap", "java.lang.Object", field("table", BasicType.OBJECT))
			.classNamed("java.util.HashMap$Node", "java.lang.Object", field("value", BasicType.OBJECT),
					field("hash", BasicType.INT))
			.classNamed("[Ljava.util.HashMap$Node;", "java.lang.Object")
			.classNamed("shop.Order", "java.lang.Object", field("number", BasicType.LONG))
			.instance("map", "java.util.HashMap", "table")
			.objects("table", "[Ljava.util.HashMap$Node;",
					IntStream.range(0, size).mapToObj((i) -> "node " + i).toArray(String[]::new));
		for (int i = 0; i < size; i++) {
			dump.instance("node " + i, "java.util.HashMap$Node", "order " + i, i)
				.instance("order " + i, "shop.Order", (long) i);
		}
		return dump;
	}

	private static void list(HeapDumpBuilder dump, String className) {
		dump.classNamed(className, "java.lang.Object")
			.classNamed("[Ljava.lang.Object;", "java.lang.Object")
			.objects("list", "[Ljava.lang.Object;",
					IntStream.range(0, MANY).mapToObj((i) -> "element " + i).toArray(String[]::new));
		for (int i = 0; i < MANY; i++) {
			dump.instance("element " + i, className);
		}
	}

	// With as much that is not suspicious as a small JVM has.
	private static HeapDumpBuilder classes() {
		return aHeapDump().classNamed("java.lang.Object", null)
			.classNamed("java.lang.Class", "java.lang.Object")
			.array("archive", new byte[40_000])
			.root(HprofTag.ROOT_JNI_GLOBAL, "archive", 0, 0);
	}

}
