package io.github.heapwise.heapview;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import io.github.heapwise.heapgraph.HeapGraph;
import io.github.heapwise.heapgraph.HeapObject;
import io.github.heapwise.heapgraph.HeapRoot;
import org.jspecify.annotations.Nullable;

/**
 * The way from a root to an object, and whose object on it holds that: the nearest one of
 * the application or a library, as the JDK holds what it was asked to.
 */
final class HeldBy {

	private static final String CLASS = "java.lang.Class";

	private static final String CLASS_LOADER = "java.lang.ClassLoader";

	private static final List<String> OBSERVERS = List.of("jdk.", "sun.", "com.sun.", "io.github.heapwise.");

	private static final int SHOWN_STEPS = 8;

	private final HeapGraph graph;

	private final ReferringFields fields;

	private final Map<Integer, String> namesByType = new HashMap<>();

	private final int[] path;

	private final int holder;

	/**
	 * Follow the way. Some 100 ns a step.
	 * @param graph the dump
	 * @param object number of the object, a reachable one
	 */
	HeldBy(HeapGraph graph, int object) {
		this.graph = graph;
		this.fields = new ReferringFields(graph);
		this.path = graph.pathFromRoot(object);
		int at = this.path.length - 2;
		while (at >= 0 && JdkClasses.isJdk(name(this.path[at]))) {
			at--;
		}
		this.holder = at;
	}

	/**
	 * Return whether a class loader keeps it for its classes.
	 * @return whether nothing but the JDK is between the object and a class loader
	 */
	boolean isClassData() {
		return fromHolder().map(this.graph::classOf).distinct().anyMatch(this::isLoader);
	}

	/**
	 * Return whether those who look at the application keep it: the JVM, with what is no
	 * part of its API, and we, who keep little.
	 * @return whether such an object holds it, and no other that is not of the JDK
	 */
	boolean isObserver() {
		return fromHolder().mapToObj(this::name)
			.distinct()
			.anyMatch((name) -> OBSERVERS.stream().anyMatch(name::startsWith));
	}

	/**
	 * Return whether something that is not of the JDK holds it.
	 * @return whether there is such an object on the way
	 */
	boolean isApplication() {
		return this.holder >= 0;
	}

	/**
	 * Return whether an object holds it. What native code holds may be what the JVM has
	 * mapped from its archive.
	 * @return whether it is no root
	 */
	boolean isByObject() {
		return this.path.length > 1;
	}

	/**
	 * Return the outermost object that is held and retains hardly more than the object:
	 * of what gathers in an array the collection that has the array.
	 * @return number of the object
	 */
	int outermost() {
		int object = this.path[this.path.length - 1];
		long retainedBytes = this.graph.retainedBytes(object);
		for (int i = this.holder + 1; i < this.path.length; i++) {
			long outerBytes = this.graph.retainedBytes(this.path[i]);
			if (outerBytes >= retainedBytes && outerBytes <= retainedBytes * 5 / 4
					&& this.graph.object(this.path[i]).represents() == null) {
				return this.path[i];
			}
		}
		return object;
	}

	/**
	 * Tell in words what holds an object on the way.
	 * @param object number of the object
	 * @return such as {@code held by field 'names' of 'com.example.Names'}
	 */
	String words(int object) throws IOException {
		int at = this.path.length - 1;
		while (this.path[at] != object) {
			at--;
		}
		if (at == 0) {
			return rootWords();
		}
		int from = (this.holder >= 0 && this.holder < at) ? this.holder : at - 1;
		HeapObject owner = this.graph.object(this.path[from]);
		String by = (from == at - 1) ? "held by" : "held through";
		String field = field(from + 1);
		if (field == null || field.equals("<local variable>")) {
			return "%s a local variable of a thread of class '%s'".formatted(by, owner.className());
		}
		return (owner.represents() != null)
				? "%s static field '%s' of class '%s'".formatted(by, field, owner.represents())
				: "%s field '%s' of '%s'".formatted(by, field, owner.className());
	}

	/**
	 * Return the way, the middle of a long one left out.
	 * @return steps, the root first
	 */
	List<Suspect.PathStep> steps() throws IOException {
		List<Suspect.PathStep> steps = new ArrayList<>();
		int omitted = Math.max(0, this.path.length - 2 * SHOWN_STEPS);
		int resumed = (omitted > 0) ? SHOWN_STEPS + omitted : 0;
		for (int i = 0; i < this.path.length; i++) {
			if (i < SHOWN_STEPS || i >= resumed) {
				HeapObject object = this.graph.object(this.path[i]);
				steps.add(new Suspect.PathStep(new HeapNode.AnObject(object.id()).toString(), name(this.path[i]),
						field(i), (i == resumed) ? omitted : 0));
			}
		}
		return steps;
	}

	private @Nullable String field(int index) throws IOException {
		if (index == 0) {
			return null;
		}
		List<String> names = this.fields.names(this.path[index - 1], this.path[index], 1);
		return names.isEmpty() ? null : names.get(0);
	}

	private String rootWords() {
		List<HeapRoot> roots = this.graph.rootsOf(this.path[0]);
		if (roots.isEmpty()) {
			return "held by the JVM";
		}
		return switch (roots.get(0).kind()) {
			case JNI_GLOBAL, JNI_LOCAL, NATIVE_STACK -> "held by native code";
			case JAVA_FRAME -> "held by a local variable";
			case MONITOR, THREAD_BLOCK -> "locked or waited for by a thread";
			case THREAD -> "held as a running thread";
			case SYSTEM_CLASS, UNKNOWN -> "held by the JVM";
		};
	}

	private IntStream fromHolder() {
		return Arrays.stream(this.path, Math.max(0, this.holder), this.path.length);
	}

	private boolean isLoader(int type) {
		for (int at = type; at >= 0; at = this.graph.superclass(at)) {
			if (this.graph.className(at).equals(CLASS_LOADER)) {
				return true;
			}
		}
		return false;
	}

	// A way may have a million steps, of few classes.
	private String name(int object) {
		String className = this.namesByType.computeIfAbsent(this.graph.classOf(object), this.graph::className);
		String represents = className.equals(CLASS) ? this.graph.object(object).represents() : null;
		return (represents != null) ? represents : className;
	}

}
