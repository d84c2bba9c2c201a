package io.github.heapwise.heapview;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import io.github.heapwise.heapgraph.ClassSummary;
import io.github.heapwise.heapgraph.HeapGraph;
import io.github.heapwise.heapgraph.HeapObject;
import org.jspecify.annotations.Nullable;

/**
 * The table of class loaders that have defined classes. Looks at all classes, 3 us each;
 * reads names of loaders for one page only.
 */
final class LoaderTableView {

	/**
	 * What stands for the class of the loader that is part of the JVM.
	 */
	static final String BOOTSTRAP = "bootstrap class loader";

	private static final String CLASS_LOADER = "java.lang.ClassLoader";

	private static final TableOrder<Loader> ORDER = TableOrder.of(Loader::className)
		.number("retainedBytes", Loader::retainedBytes)
		.number("classes", Loader::classes)
		.number("duplicateClasses", Loader::duplicateClasses)
		.number("instances", Loader::instances)
		.name("className");

	private final HeapGraph graph;

	private final ObjectTexts texts;

	LoaderTableView(HeapGraph graph) {
		this.graph = graph;
		this.texts = new ObjectTexts(graph);
	}

	Table<LoaderRow> page(TableQuery query) throws IOException {
		List<ClassSummary> classes = this.graph.classes();
		Set<String> duplicates = duplicates(classes);
		Map<Integer, List<ClassSummary>> classesByLoader = classes.stream()
			.collect(Collectors.groupingBy(ClassSummary::loader));
		Predicate<String> names = query.names();
		List<Loader> loaders = new ArrayList<>();
		classesByLoader.forEach((number, defined) -> {
			HeapObject object = (number >= 0) ? this.graph.object(number) : null;
			if (names.test((object != null) ? object.className() : BOOTSTRAP)) {
				loaders.add(loader(object, defined, duplicates));
			}
		});
		loaders.sort(ORDER.of(query).thenComparing(Comparator.comparingLong(Loader::id)));
		return Table.page(loaders, query).map(this::row);
	}

	private Set<String> duplicates(List<ClassSummary> classes) {
		Map<String, Integer> loaderByName = new HashMap<>();
		Set<String> duplicates = new HashSet<>();
		for (ClassSummary type : classes) {
			Integer other = loaderByName.putIfAbsent(type.name(), type.loader());
			if (other != null && other != type.loader() && isDefined(type)) {
				duplicates.add(type.name());
			}
		}
		return duplicates;
	}

	// The JVM makes the classes of arrays; they have the loaders of their elements.
	private boolean isDefined(ClassSummary type) {
		return this.graph.classObject(type.number()) >= 0 && !type.name().endsWith("[]");
	}

	private Loader loader(@Nullable HeapObject object, List<ClassSummary> classes, Set<String> duplicates) {
		List<ClassSummary> defined = classes.stream().filter(this::isDefined).toList();
		return new Loader(object, (object != null) ? object.className() : BOOTSTRAP, defined.size(),
				defined.stream().filter((type) -> duplicates.contains(type.name())).count(),
				classes.stream().mapToLong(ClassSummary::instances).sum(),
				classes.stream().mapToLong(ClassSummary::shallowBytes).sum());
	}

	private LoaderRow row(Loader loader) throws IOException {
		HeapObject object = loader.object();
		int parent = (object != null) ? this.texts.objectIn(object.number(), CLASS_LOADER, "parent") : -1;
		return new LoaderRow((object != null) ? node(object) : null, loader.className(),
				(object != null) ? this.texts.stringIn(object.number(), CLASS_LOADER, "name") : null,
				(parent >= 0) ? node(this.graph.object(parent)) : null, loader.classes(), loader.duplicateClasses(),
				loader.instances(), loader.shallowBytes(), loader.retainedBytes(),
				(object != null) ? object.distance() : 0);
	}

	private static String node(HeapObject object) {
		return new HeapNode.AnObject(object.id()).toString();
	}

	/**
	 * A loader, before its name is read.
	 */
	private record Loader(@Nullable HeapObject object, String className, long classes, long duplicateClasses,
			long instances, long shallowBytes) {

		long retainedBytes() {
			return (this.object != null) ? this.object.retainedBytes() : 0;
		}

		long id() {
			return (this.object != null) ? this.object.id() : 0;
		}

	}

}
