package io.github.heapwise.heapview;

import java.util.HashMap;
import java.util.Map;
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
	 * Add up the classes of a dump.
	 * @param graph the dump
	 * @return sums by name, of those with reachable instances
	 */
	static Map<String, ClassSums> byName(HeapGraph graph) {
		Map<String, ClassSums> sums = new HashMap<>();
		for (ClassSummary type : graph.classes()) {
			if (type.instances() > 0) {
				sums.merge(comparableName(type.name()),
						new ClassSums(type, type.instances(), type.shallowBytes(), type.retainedBytes()),
						ClassSums::plus);
			}
		}
		return sums;
	}

	private ClassSums plus(ClassSums other) {
		boolean larger = this.largest != null && other.largest != null
				&& this.largest.instances() >= other.largest.instances();
		return new ClassSums(larger ? this.largest : other.largest, this.instances + other.instances,
				this.shallowBytes + other.shallowBytes, this.retainedBytes + other.retainedBytes);
	}

	private static String comparableName(String name) {
		return (name.indexOf("0x") > 0) ? ADDRESS.matcher(name).replaceFirst("") : name;
	}

}
