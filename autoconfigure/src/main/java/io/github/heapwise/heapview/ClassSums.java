package io.github.heapwise.heapview;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;

import io.github.heapwise.heapgraph.ClassSummary;
import io.github.heapwise.heapgraph.HeapGraph;
import org.jspecify.annotations.Nullable;

/**
 * All classes of a name together.
 *
 * @param largest the one with most instances, {@code null} if there is no class
 * @param instances how many reachable instances they have
 * @param shallowBytes what these take themselves
 * @param retainedBytes what the classes retain, at most
 */
record ClassSums(@Nullable ClassSummary largest, long instances, long shallowBytes, long retainedBytes) {

	static final ClassSums NONE = new ClassSums(null, 0, 0, 0);

	// Hidden classes have their address in their names, which no other JVM repeats.
	private static final Pattern ADDRESS = Pattern.compile("[+./]0x\\p{XDigit}+(?=$|\\[)");

	/**
	 * Add up the classes of a dump. About 3 us a class that has one of the names, 1 us
	 * another.
	 * @param graph the dump
	 * @param names tells which ones to add up, by their comparable names
	 * @return sums by comparable name, of those with reachable instances
	 */
	static Map<String, ClassSums> byName(HeapGraph graph, Predicate<String> names) {
		Map<String, ClassSums> sums = new HashMap<>();
		for (int i = 0; i < graph.totals().classes(); i++) {
			String name = comparableName(graph.className(i));
			if (names.test(name)) {
				add(name, graph.classSummary(i), sums);
			}
		}
		return sums;
	}

	/**
	 * Return a name by which a class can be found in another dump.
	 * @param name its name
	 * @return the name, of a hidden class without its address
	 */
	static String comparableName(String name) {
		return (name.indexOf("0x") > 0) ? ADDRESS.matcher(name).replaceFirst("") : name;
	}

	private static void add(String name, ClassSummary type, Map<String, ClassSums> sums) {
		if (type.instances() > 0) {
			sums.merge(name, new ClassSums(type, type.instances(), type.shallowBytes(), type.retainedBytes()),
					ClassSums::plus);
		}
	}

	private ClassSums plus(ClassSums other) {
		boolean larger = this.largest != null && other.largest != null
				&& this.largest.instances() >= other.largest.instances();
		return new ClassSums(larger ? this.largest : other.largest, this.instances + other.instances,
				this.shallowBytes + other.shallowBytes, this.retainedBytes + other.retainedBytes);
	}

}
