package io.github.heapwise.heapview;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import io.github.heapwise.heapview.Suspect.PathStep;
import org.jspecify.annotations.Nullable;

/**
 * Tells in a word who holds what, where {@link HeapViews} show all of it: the nearest
 * class of the application or a library, as the JDK holds what it was asked to. Some 100
 * ms a question for a dump of 1 GB.
 */
public final class Holders {

	private static final double MOST = 0.5;

	// Fewer of the same kind are what frameworks have.
	private static final int MANY_LOADERS = 10;

	private static final TableQuery LOADERS = new TableQuery(1, TableQuery.MAX_SIZE, "duplicateClasses", false, "");

	private final HeapViews views;

	/**
	 * Create an instance.
	 * @param views the dump to ask
	 */
	public Holders(HeapViews views) {
		this.views = views;
	}

	/**
	 * Return who holds the largest part of the heap.
	 * @return the holder, {@code null} where no single one holds a fifth of it
	 * @throws IOException if the dump cannot be read
	 */
	public @Nullable Holder ofHeap() throws IOException {
		Holder largest = null;
		for (Suspect suspect : this.views.suspects(null).suspects()) {
			double least = (largest != null) ? largest.ratio() : SuspectRules.LARGE_RATIO;
			Holder holder = (suspect.retainedRatio() >= least) ? holder(suspect) : null;
			largest = (holder != null && holder.ratio() >= least) ? holder : largest;
		}
		return largest;
	}

	/**
	 * Return who holds most class loaders that have loaded the same classes again.
	 * @return the holder, {@code null} where there are few of them or no single one holds
	 * most
	 * @throws IOException if the dump cannot be read
	 */
	public @Nullable Holder ofLoaders() throws IOException {
		Map<String, Long> loaders = this.views.loaders(LOADERS)
			.rows()
			.stream()
			.filter((loader) -> loader.duplicateClasses() > 0)
			.collect(Collectors.groupingBy(LoaderRow::className, Collectors.counting()));
		String most = loaders.entrySet()
			.stream()
			.filter((loader) -> loader.getValue() >= MANY_LOADERS)
			.max(Map.Entry.comparingByValue())
			.map(Map.Entry::getKey)
			.orElse(null);
		return (most != null) ? ofInstances(most) : null;
	}

	/**
	 * Return who holds most instances of a class.
	 * @param className name of the class
	 * @return the holder, {@code null} where there are none or no single one holds most
	 * @throws IOException if the dump cannot be read
	 */
	public @Nullable Holder ofInstances(String className) throws IOException {
		ClassRow type = this.views.classes(new TableQuery(1, TableQuery.MAX_SIZE, "instances", false, className))
			.rows()
			.stream()
			.filter((row) -> row.name().equals(className))
			.findFirst()
			.orElse(null);
		return (type != null) ? ofInstances(type.node(), className) : null;
	}

	private @Nullable Holder holder(Suspect suspect) throws IOException {
		if (suspect.kind().equals("class")) {
			Holder holder = ofInstances(suspect.classNode(), suspect.className());
			return (holder != null) ? new Holder(holder.owner(), holder.className(), holder.objects(),
					holder.ratio() * suspect.retainedRatio()) : null;
		}
		List<Step> path = suspect.path().stream().map(Holders::step).toList();
		// Of a list of the application's own objects, not the first of these.
		String above = owner(path, path.size() - 2);
		String owner = (above != null) ? above : owner(path, path.size() - 1);
		return (owner != null) ? new Holder(owner, suspect.className(), 1, suspect.retainedRatio()) : null;
	}

	private @Nullable Holder ofInstances(String node, String className) throws IOException {
		MergedPaths paths = this.views.paths(HeapNode.parse(node).orElseThrow());
		List<PathNode> way = mostCommonWay(paths);
		String owner = owner(way.stream().map(Holders::step).toList(), way.size() - 1);
		if (owner == null) {
			return null;
		}
		double ratio = (double) way.get(way.size() - 1).targets() / paths.examined();
		return new Holder(owner, className, Math.round(ratio * paths.objects()), ratio);
	}

	// As far as it is that of most of them: what they are held by each is beyond.
	private static List<PathNode> mostCommonWay(MergedPaths paths) {
		List<PathNode> way = new ArrayList<>();
		List<PathNode> next = paths.roots();
		while (!next.isEmpty() && next.get(0).targets() > MOST * paths.examined()
				&& !next.get(0).children().isEmpty()) {
			way.add(next.get(0));
			next = next.get(0).children();
		}
		return way;
	}

	private static @Nullable String owner(List<Step> way, int last) {
		for (int i = last; i >= 0; i--) {
			if (isNamed(way.get(i).className())) {
				String field = (i + 1 < way.size()) ? way.get(i + 1).field() : null;
				return (field != null && !field.isEmpty() && Character.isJavaIdentifierStart(field.charAt(0)))
						? way.get(i).className() + "." + field : way.get(i).className();
			}
		}
		return null;
	}

	private static boolean isNamed(String className) {
		return !JdkClasses.isJdk(className) && !className.endsWith("[]");
	}

	private static Step step(PathStep step) {
		return new Step(step.className(), (step.omitted() == 0) ? step.field() : null);
	}

	private static Step step(PathNode node) {
		String represents = node.object().represents();
		return new Step((represents != null) ? represents : node.object().className(),
				(node.omitted() == 0) ? node.field() : null);
	}

	/**
	 * An object on the way, or the class that it represents.
	 *
	 * @param className the class
	 * @param field by which the one before refers to it, {@code null} where that one is
	 * left out
	 */
	private record Step(String className, @Nullable String field) {

	}

}
