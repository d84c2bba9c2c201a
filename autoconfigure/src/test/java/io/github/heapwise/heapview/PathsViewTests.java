package io.github.heapwise.heapview;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;

import io.github.heapwise.hprof.BasicType;
import io.github.heapwise.hprof.HeapDumpBuilder;
import io.github.heapwise.hprof.HprofTag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static io.github.heapwise.hprof.HeapDumpBuilder.Field.field;
import static io.github.heapwise.hprof.HeapDumpBuilder.Field.staticField;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link PathsView}, {@link WayTree} and {@link Stretch}.
 */
class PathsViewTests {

	private static final int MANY = 5000;

	private static final int MAX_DEPTH = 60;

	private static final int MAX_NODES = 300;

	@TempDir
	private Path directory;

	@Test
	void wayToAnObjectNamesTheFields() throws IOException {
		try (ViewedDump dump = ViewedDump.of(shop(), this.directory)) {
			MergedPaths paths = dump.views.paths(dump.object("tea"));
			assertThat(paths.node()).isEqualTo(dump.node("tea"));
			assertThat(paths.objects()).isEqualTo(1);
			assertThat(paths.examined()).isEqualTo(1);
			assertThat(steps(paths.roots().get(0))).containsExactly("null shop.Shop", "ORDERS java.lang.Object[]",
					"[1] shop.Order", "name java.lang.String");
			assertThat(paths.roots().get(0).root()).isEqualTo(new RootRow("system-class", null, null, null));
			assertThat(paths.roots().get(0).targets()).isEqualTo(1);
			assertThat(paths.roots().get(0).targetBytes()).isEqualTo(dump.row("tea").retainedBytes());
		}
	}

	@Test
	void waysToInstancesAreMergedWhereTheyAreTheSame() throws IOException {
		try (ViewedDump dump = ViewedDump.of(shop(), this.directory)) {
			MergedPaths paths = dump.views.paths(dump.type("java.lang.String"));
			assertThat(paths.objects()).isEqualTo(4);
			assertThat(paths.examined()).isEqualTo(4);
			assertThat(paths.roots()).extracting(PathNode::targets).containsExactly(3L, 1L);
			PathNode list = paths.roots().get(0).children().get(0);
			assertThat(list.object()).isEqualTo(dump.row("orders"));
			assertThat(list.targets()).isEqualTo(3);
			assertThat(list.children()).extracting(PathNode::field).containsExactlyInAnyOrder("[0]", "[1]", "[3]");
			assertThat(paths.roots().get(1).root()).isEqualTo(new RootRow("thread", null, null, null));
			assertThat(paths.roots().get(1).object().value()).isEqualTo("http-1");
		}
	}

	@Test
	void nothingLeadsToWhatIsNotReachable() throws IOException {
		try (ViewedDump dump = ViewedDump.of(shop(), this.directory)) {
			assertThat(dump.views.paths(dump.object("lost")))
				.isEqualTo(new MergedPaths(dump.node("lost"), 1, 0, List.of()));
		}
	}

	@Test
	void holderWhoseFieldsCannotBeReadIsCalledDamaged() throws IOException {
		HeapDumpBuilder shop = shop();
		Path file = shop.writeTo(this.directory);
		try (IndexedHeapViews views = ViewedDump.open(file, true)) {
			byte[] field = ByteBuffer.allocate(9).put((byte) BasicType.OBJECT).putLong(shop.idOf("orders")).array();
			String content = Files.readString(file, StandardCharsets.ISO_8859_1);
			FileTime unchanged = Files.getLastModifiedTime(file);
			try (RandomAccessFile dump = new RandomAccessFile(file.toFile(), "rw")) {
				dump.seek(content.indexOf(new String(field, StandardCharsets.ISO_8859_1)));
				dump.write(99);
			}
			Files.setLastModifiedTime(file, unchanged);
			MergedPaths paths = views.paths(new HeapNode.AnObject(shop.idOf("tea")));
			assertThat(steps(paths.roots().get(0))).containsExactly("null shop.Shop", "<damaged> java.lang.Object[]",
					"[1] shop.Order", "name java.lang.String");
		}
	}

	@Test
	void middleOfALongWayIsLeftOut() throws IOException {
		try (ViewedDump dump = ViewedDump.of(chain(MANY), this.directory)) {
			PathNode root = dump.views.paths(dump.object("link " + (MANY - 1))).roots().get(0);
			List<PathNode> way = way(root);
			assertThat(way).hasSizeLessThan(MAX_DEPTH);
			assertThat(way.get(0).object()).isEqualTo(dump.row("link 0"));
			assertThat(way.get(way.size() - 1).object()).isEqualTo(dump.row("link " + (MANY - 1)));
			assertThat(way.stream().mapToLong(PathNode::omitted).sum()).isEqualTo(MANY - way.size());
			assertThat(way.subList(1, way.size())).extracting(PathNode::field).containsOnly("next");
			int gap = 1 + Stretch.END;
			assertThat(way.get(gap).omitted()).isEqualTo(MANY - way.size());
			assertThat(way.get(gap).object()).isEqualTo(dump.row("link " + (MANY - 1 - Stretch.END)));
		}
	}

	@Test
	void instancesThatHoldEachOtherAreOneWay() throws IOException {
		try (ViewedDump dump = ViewedDump.of(chain(MANY), this.directory)) {
			MergedPaths paths = dump.views.paths(dump.type("shop.Link"));
			assertThat(paths.objects()).isEqualTo(MANY);
			assertThat(paths.examined()).isEqualTo(1000);
			List<PathNode> way = way(paths.roots().get(0));
			assertThat(way).hasSizeLessThan(MAX_DEPTH);
			assertThat(way.get(0).targets()).isEqualTo(1000);
			assertThat(way.get(way.size() - 1).targets()).isEqualTo(1);
			ObjectRow last = dump.row("link " + (MANY - MANY / 1000));
			assertThat(way.get(way.size() - 1).object()).isEqualTo(last);
			assertThat(way.stream().mapToLong(PathNode::omitted).sum()).isEqualTo(last.distance() - way.size());
		}
	}

	@Test
	void listThatForksAtEveryLinkIsShownToSomeDepth() throws IOException {
		HeapDumpBuilder builder = chain(MANY);
		for (int i = 0; i < MANY; i++) {
			builder.instance("content " + i, "java.lang.Integer", i);
		}
		try (ViewedDump dump = ViewedDump.of(builder, this.directory)) {
			MergedPaths paths = dump.views.paths(dump.type("java.lang.Integer"));
			assertThat(paths.roots()).singleElement().satisfies((root) -> {
				assertThat(root.targets()).isEqualTo(1000);
				assertThat(depth(root)).isBetween(20, MAX_DEPTH);
				assertThat(count(root)).isLessThanOrEqualTo(MAX_NODES);
				assertThat(root.children()).extracting(PathNode::targets)
					.satisfies((targets) -> assertThat(targets.stream().mapToLong((count) -> count).sum())
						.isLessThanOrEqualTo(1000));
			});
		}
	}

	@Test
	void waysFromManyRootsAreShownForTheFirst() throws IOException {
		HeapDumpBuilder builder = ViewedDump.withUsualClasses();
		for (int i = 0; i < MANY; i++) {
			builder.instance("number " + i, "java.lang.Integer", i).root(HprofTag.ROOT_JNI_GLOBAL, "number " + i, 0, 0);
		}
		try (ViewedDump dump = ViewedDump.of(builder, this.directory)) {
			MergedPaths paths = dump.views.paths(dump.type("java.lang.Integer"));
			assertThat(paths.objects()).isEqualTo(MANY);
			assertThat(paths.examined()).isEqualTo(1000);
			assertThat(paths.roots()).hasSize(20).allSatisfy((root) -> {
				assertThat(root.children()).isEmpty();
				assertThat(root.root()).isEqualTo(new RootRow("jni-global", null, null, null));
			});
		}
	}

	@Test
	void joinedStretchesKeepTheirEnds() {
		for (int first = 0; first < 40; first++) {
			for (int second = 0; second < 40; second++) {
				Stretch joined = stretch(0, first).plus(first, stretch(first + 1, second));
				assertThat(joined.length()).isEqualTo(first + 1 + second);
				assertThat(joined.kept()).isBetween((int) Math.min(joined.length(), Stretch.END), 2 * Stretch.END);
				Stretch whole = stretch(0, first + 1 + second);
				if (joined.kept() == whole.kept()) {
					assertThat(joined.upper()).isEqualTo(whole.upper());
					assertThat(joined.lower()).isEqualTo(whole.lower());
				}
			}
		}
	}

	private static Stretch stretch(int from, int length) {
		Stretch.Collector collector = new Stretch.Collector();
		for (int i = from + length - 1; i >= from; i--) {
			collector.add(i);
		}
		return collector.stretch();
	}

	private static List<String> steps(PathNode root) {
		return way(root).stream()
			.map((node) -> node.field() + " "
					+ ((node.object().represents() != null) ? node.object().represents() : node.object().className()))
			.toList();
	}

	private static List<PathNode> way(PathNode root) {
		List<PathNode> way = new ArrayList<>();
		PathNode node = root;
		way.add(node);
		while (!node.children().isEmpty()) {
			assertThat(node.children()).hasSize(1);
			node = node.children().get(0);
			way.add(node);
		}
		return way;
	}

	private static int depth(PathNode node) {
		return 1 + node.children().stream().mapToInt(PathsViewTests::depth).max().orElse(0);
	}

	private static int count(PathNode node) {
		return 1 + node.children().stream().mapToInt(PathsViewTests::count).sum();
	}

	private static HeapDumpBuilder chain(int length) {
		HeapDumpBuilder builder = ViewedDump.withUsualClasses()
			.classNamed("shop.Link", "java.lang.Object", field("next", BasicType.OBJECT),
					field("content", BasicType.OBJECT))
			.root(HprofTag.ROOT_MONITOR_USED, "link 0");
		for (int i = 0; i < length; i++) {
			builder.instance("link " + i, "shop.Link", (i + 1 < length) ? "link " + (i + 1) : null, "content " + i);
		}
		return builder;
	}

	private static HeapDumpBuilder shop() {
		HeapDumpBuilder builder = ViewedDump.withUsualClasses()
			.classNamed("java.lang.Object[]", "java.lang.Object")
			.classNamed("shop.Order", "java.lang.Object", field("name", BasicType.OBJECT))
			.classNamed("shop.Shop", "java.lang.Object", staticField("ORDERS", BasicType.OBJECT, "orders"))
			.objects("orders", "java.lang.Object[]", "first", "second", null, "loose")
			.instance("first", "shop.Order", "coffee")
			.instance("second", "shop.Order", "tea")
			.instance("lost", "shop.Order", "tea")
			.instance("worker", "java.lang.Thread", "thread name", null)
			.root(HprofTag.ROOT_THREAD_OBJECT, "worker", 7, 8);
		for (String name : List.of("coffee", "tea", "loose")) {
			ViewedDump.string(builder, name, name);
		}
		return ViewedDump.string(builder, "thread name", "http-1");
	}

}
