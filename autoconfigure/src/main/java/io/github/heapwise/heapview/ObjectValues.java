package io.github.heapwise.heapview;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.github.heapwise.heapgraph.FieldValue;
import io.github.heapwise.heapgraph.HeapGraph;
import org.jspecify.annotations.Nullable;

/**
 * What objects say: the text of a string, the number in a boxed one, the name of a
 * thread. Names are always told, the rest only where values are to be shown. Some 200 us
 * for an object that says something, none for another.
 * <p>
 * Thread-safe.
 */
final class ObjectValues {

	private static final String THREAD = "java.lang.Thread";

	private static final int FIELDS_OF_BOX = 4;

	private static final Map<String, Kind> KINDS = Map.ofEntries(Map.entry("java.lang.String", Kind.STRING),
			Map.entry("java.lang.Boolean", Kind.BOX), Map.entry("java.lang.Byte", Kind.BOX),
			Map.entry("java.lang.Character", Kind.BOX), Map.entry("java.lang.Short", Kind.BOX),
			Map.entry("java.lang.Integer", Kind.BOX), Map.entry("java.lang.Long", Kind.BOX),
			Map.entry("java.lang.Float", Kind.BOX), Map.entry("java.lang.Double", Kind.BOX),
			Map.entry("java.util.concurrent.atomic.AtomicBoolean", Kind.BOX),
			Map.entry("java.util.concurrent.atomic.AtomicInteger", Kind.BOX),
			Map.entry("java.util.concurrent.atomic.AtomicLong", Kind.BOX));

	private final HeapGraph graph;

	private final ObjectTexts texts;

	private final boolean shown;

	private final Map<Integer, Kind> kindByClass = new ConcurrentHashMap<>();

	/**
	 * Prepare to read.
	 * @param graph the dump
	 * @param shown whether more than names of threads is to be shown
	 */
	ObjectValues(HeapGraph graph, boolean shown) {
		this.graph = graph;
		this.texts = new ObjectTexts(graph);
		this.shown = shown;
	}

	/**
	 * Return whether values are to be shown.
	 * @return whether more than names of threads is
	 */
	boolean shown() {
		return this.shown;
	}

	/**
	 * Read what an object says.
	 * @param object number of the object
	 * @return what can be shown of it, {@code null} if it says nothing or that is not to
	 * be shown
	 */
	@Nullable String of(int object) throws IOException {
		return switch (kind(this.graph.classOf(object))) {
			case THREAD -> this.texts.stringIn(object, THREAD, "name");
			case STRING -> this.shown ? this.texts.string(object) : null;
			case BOX -> this.shown ? boxed(object) : null;
			case NONE -> null;
		};
	}

	/**
	 * Make the value of a primitive presentable.
	 * @param value the boxed primitive
	 * @return its text
	 */
	static String text(Object value) {
		return ShownText.of(value.toString());
	}

	private @Nullable String boxed(int object) throws IOException {
		for (FieldValue field : this.graph.fields(object, 0, FIELDS_OF_BOX)) {
			Object value = field.primitive();
			if (field.name().equals("value") && value != null) {
				return text(value);
			}
		}
		return null;
	}

	private Kind kind(int type) {
		return this.kindByClass.computeIfAbsent(type, this::kindOf);
	}

	private Kind kindOf(int type) {
		Kind kind = KINDS.get(this.graph.className(type));
		if (kind != null) {
			return kind;
		}
		boolean thread = false;
		for (int above = type; above >= 0 && !thread; above = this.graph.superclass(above)) {
			thread = this.graph.className(above).equals(THREAD);
		}
		return thread ? Kind.THREAD : Kind.NONE;
	}

	private enum Kind {

		STRING, BOX, THREAD, NONE

	}

}
