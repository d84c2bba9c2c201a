package io.github.heapwise.heapview;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import io.github.heapwise.test.ChildJvm;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link IndexedHeapViews} with the dump of a JVM.
 */
class IndexedHeapViewsIntegrationTests {

	private static final String APPLICATION = ViewedApplication.class.getName();

	@TempDir
	private static Path directory;

	private static IndexedHeapViews views;

	private static IndexedHeapViews redacted;

	@BeforeAll
	static void dump() throws IOException {
		Path dump = directory.resolve("application.hprof");
		Path redactedDump = directory.resolve("redacted.hprof");
		ChildJvm.Result child = ChildJvm.running(ViewedApplication.class)
			.with("-Xmx64m")
			.run(dump.toString(), redactedDump.toString());
		assertThat(child.exitValue()).as(child.output()).isZero();
		views = ViewedDump.open(dump, true);
		redacted = ViewedDump.open(redactedDump, true);
	}

	@AfterAll
	static void close() throws IOException {
		views.close();
		redacted.close();
	}

	@Test
	void numbersOfTheViewsAreConsistent() throws IOException {
		List<ClassRow> classes = new ArrayList<>();
		Table<ClassRow> page = views.classes(new TableQuery(1, 1000, null, false, ""));
		for (int i = 1; i <= page.pages(); i++) {
			classes.addAll(views.classes(new TableQuery(i, 1000, null, false, "")).rows());
		}
		assertThat(classes).hasSize((int) page.totalRows());
		assertThat(classes.stream().mapToLong(ClassRow::instances).sum()).isEqualTo(views.totals().reachableObjects());
		long reachableBytes = classes.stream().mapToLong(ClassRow::shallowBytes).sum();
		assertThat(retainedByRoots()).isEqualTo(reachableBytes);
		assertThat(views.loaders(TableQuery.FIRST).rows().stream().mapToLong(LoaderRow::shallowBytes).sum())
			.isEqualTo(reachableBytes);
	}

	@Test
	void instancesTellWhatTheyHold() throws IOException {
		HeapNode.AllInstances orders = type(APPLICATION + "$Order");
		Table<ObjectRow> instances = views.instances(orders, TableQuery.FIRST);
		assertThat(instances.totalRows()).isEqualTo(ViewedApplication.ORDERS_HELD);
		ObjectDetail order = views.object(object(instances.rows().get(0)), TableQuery.FIRST);
		assertThat(order.fields().rows()).extracting(FieldRow::name).containsExactlyInAnyOrder("name", "number");
		assertThat(order.fields().rows()).extracting((field) -> field.object().value())
			.anyMatch((value) -> value.matches("Gr\u00fc\u00dfe \\d+"))
			.anyMatch((value) -> value.matches("\\d+"));
		assertThat(order.dominators().get(order.dominators().size() - 1).represents()).isEqualTo(APPLICATION);
	}

	@Test
	void waysToInstancesLeadThroughTheMapThatHoldsThem() throws IOException {
		MergedPaths paths = views.paths(type(APPLICATION + "$Order"));
		assertThat(paths.objects()).isEqualTo(ViewedApplication.ORDERS_HELD);
		assertThat(paths.examined()).isEqualTo(1000);
		PathNode root = paths.roots().get(0);
		assertThat(root.object().represents()).isEqualTo(APPLICATION);
		assertThat(root.targets()).isEqualTo(1000);
		assertThat(root.children()).singleElement().satisfies((map) -> {
			assertThat(map.field()).isEqualTo("ORDERS");
			assertThat(map.object().className()).isEqualTo("java.util.HashMap");
			assertThat(map.children()).singleElement().satisfies((table) -> {
				assertThat(table.field()).isEqualTo("table");
				assertThat(table.children()).hasSize(20)
					.allSatisfy((node) -> assertThat(node.field()).matches("\\[\\d+]"));
			});
		});
	}

	@Test
	void softReferencesHoldNothing() throws IOException {
		assertThat(views.unreachable(all(APPLICATION + "$Cached")).rows()).singleElement()
			.satisfies((row) -> assertThat(row.instances()).isEqualTo(1));
		HeapNode.AnObject application = object(views.instances(type("java.lang.Class"), TableQuery.FIRST)
			.rows()
			.stream()
			.filter((row) -> APPLICATION.equals(row.represents()) && row.dominated() > 1)
			.findFirst()
			.orElseThrow());
		FieldRow soft = field(application, "SOFT");
		assertThat(soft.holds()).isTrue();
		FieldRow referent = field(object(soft.object()), "referent");
		assertThat(referent.holds()).isFalse();
		assertThat(referent.object().className()).isEqualTo(APPLICATION + "$Cached");
		assertThat(views.paths(object(referent.object())).roots()).isEmpty();
		assertThat(field(object(field(application, "WEAK").object()), "referent").object().distance())
			.as("held by the map as well")
			.isPositive();
	}

	@Test
	void threadsHoldTheirLocals() throws IOException {
		ObjectRow session = only("$Session");
		List<PathNode> way = way(session);
		assertThat(way.get(0).object().value()).isEqualTo("orders-worker");
		assertThat(way.get(1).field()).isEqualTo("threadLocals");
		ObjectRow basket = only("$Basket");
		assertThat(way(basket)).extracting(PathNode::field).containsExactly(null, "<local variable>");
		assertThat(views.object(object(basket), TableQuery.FIRST).roots()).anySatisfy((root) -> {
			assertThat(root.kind()).isEqualTo("java-frame");
			assertThat(root.threadName()).isEqualTo("orders-worker");
			assertThat(root.frame()).isNotNegative();
		});
		assertThat(views.incoming(object(basket), TableQuery.FIRST).rows()).extracting(ReferrerRow::fields)
			.contains(List.of("<local variable>"));
	}

	@Test
	void loadersHaveTheirNames() throws IOException {
		assertThat(views.loaders(TableQuery.FIRST).rows()).extracting(LoaderRow::name).contains("app");
		assertThat(views.loaders(all("URLClassLoader")).rows()).anySatisfy((row) -> {
			assertThat(row.name()).isEqualTo("plugins");
			assertThat(row.classes()).isEqualTo(1);
			assertThat(row.duplicateClasses()).isEqualTo(1);
			assertThat(row.parent()).isNull();
		});
	}

	@Test
	void redactedDumpHasTheSameShapeAndNoTexts() throws IOException {
		assertThat(redacted.compare(views, TableQuery.FIRST).rows()).isEmpty();
		assertThat(redacted.instances(type("java.lang.String"), TableQuery.FIRST).rows()).extracting(ObjectRow::value)
			.allMatch((value) -> value == null || value.isEmpty());
		assertThat(redacted.loaders(TableQuery.FIRST).rows()).extracting(LoaderRow::name).containsOnlyNulls();
	}

	private static long retainedByRoots() throws IOException {
		long bytes = 0;
		Table<ObjectRow> page = views.dominators(null, new TableQuery(1, 1000, null, false, ""));
		assertThat(page.totalRows()).isLessThan(ObjectTableView.MAX_ROWS);
		for (int i = 1; i <= page.pages(); i++) {
			bytes += views.dominators(null, new TableQuery(i, 1000, null, false, ""))
				.rows()
				.stream()
				.mapToLong(ObjectRow::retainedBytes)
				.sum();
		}
		return bytes;
	}

	private static ObjectRow only(String nested) throws IOException {
		List<ObjectRow> instances = views.instances(type(APPLICATION + nested), TableQuery.FIRST).rows();
		assertThat(instances).hasSize(1);
		return instances.get(0);
	}

	private static List<PathNode> way(ObjectRow target) throws IOException {
		List<PathNode> way = new ArrayList<>();
		List<PathNode> next = views.paths(object(target)).roots();
		while (!next.isEmpty()) {
			way.add(next.get(0));
			next = next.get(0).children();
		}
		return way;
	}

	private static FieldRow field(HeapNode.AnObject object, String name) throws IOException {
		return views.object(object, all(name))
			.fields()
			.rows()
			.stream()
			.filter((field) -> field.name().equals(name))
			.findFirst()
			.orElseThrow();
	}

	private static HeapNode.AnObject object(ObjectRow row) {
		return (HeapNode.AnObject) HeapNode.parse(row.node()).orElseThrow();
	}

	private static HeapNode.AllInstances type(String name) throws IOException {
		return views.classes(all(name))
			.rows()
			.stream()
			.filter((row) -> row.name().equals(name))
			.map((row) -> (HeapNode.AllInstances) HeapNode.parse(row.node()).orElseThrow())
			.findFirst()
			.orElseThrow();
	}

	private static TableQuery all(String filter) {
		return new TableQuery(1, 1000, null, false, filter);
	}

}
