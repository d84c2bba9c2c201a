package io.github.heapwise.heapdump.endpoint;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import io.github.heapwise.endpoint.Parameter;
import io.github.heapwise.endpoint.Parsed;
import io.github.heapwise.endpoint.Problem;
import org.jspecify.annotations.Nullable;

/**
 * What can be seen of a dump, by its name in the URL.
 */
enum DumpView {

	/** Classes with what there is of them. */
	CLASSES(SortColumns.of("retainedBytes", "shallowBytes", "instances", "distance", "name"), "sort", "page", "size",
			"filter"),

	/** Instances of a class. */
	INSTANCES(SortColumns.NONE, "node", "page", "size"),

	/** What an object dominates. */
	DOMINATORS(SortColumns.NONE, "node", "page", "size"),

	/** An object with its fields. */
	OBJECT(SortColumns.NONE, "node", "page", "size", "filter"),

	/** What refers to an object. */
	INCOMING(SortColumns.NONE, "node", "page", "size"),

	/** Ways from roots. */
	PATHS(SortColumns.NONE, "node"),

	/** What may be a leak. */
	SUSPECTS(SortColumns.NONE, "with"),

	/** Texts that are there several times. */
	DUPLICATES(SortColumns.of("wastedBytes", "bytes", "copies", "length"), "sort", "page", "size"),

	/** How full collections are. */
	COLLECTIONS(SortColumns.of("wastedBytes", "instances", "empty", "sparse", "fillRatio", "className"), "sort", "page",
			"size", "filter"),

	/** Class loaders. */
	LOADERS(SortColumns.of("retainedBytes", "classes", "duplicateClasses", "instances", "className"), "sort", "page",
			"size", "filter"),

	/** Threads with what their frames hold. */
	THREADS(SortColumns.of("heldBytes", "name"), "sort", "page", "size", "filter"),

	/** What nothing holds any more. */
	UNREACHABLE(SortColumns.of("shallowBytes", "instances", "name"), "sort", "page", "size", "filter"),

	/** What another dump has more or less of. */
	COMPARE(SortColumns.of("deltaShallowBytes", "deltaRetainedBytes", "deltaInstances", "name"), "with", "sort", "page",
			"size", "filter"),

	/** The dump itself, for other tools. */
	FILE(SortColumns.NONE, "raw");

	private final SortColumns columns;

	private final List<String> parameters;

	DumpView(SortColumns columns, String... parameters) {
		this.columns = columns;
		this.parameters = List.of(parameters);
	}

	static @Nullable DumpView named(String name) {
		return Arrays.stream(values()).filter((view) -> view.word().equals(name)).findFirst().orElse(null);
	}

	static List<String> names() {
		return Arrays.stream(values()).map(DumpView::word).toList();
	}

	SortColumns columns() {
		return this.columns;
	}

	/**
	 * Refuse parameters that would have no effect, rather than answer something else than
	 * was asked for.
	 * @param given what the client gave
	 * @return the same
	 */
	Parsed<ViewParameters> accept(ViewParameters given) {
		return given.given()
			.filter((parameter) -> !this.parameters.contains(parameter.name()))
			.findFirst()
			.map((parameter) -> Parsed.<ViewParameters>problem(superfluous(parameter)))
			.orElseGet(() -> Parsed.of(given));
	}

	private Problem superfluous(Parameter parameter) {
		return Problem.refused(parameter.name(), String.valueOf(parameter.value()), List.of(),
				"View '%s' has no parameter '%s'. It has: %s".formatted(word(), parameter.name(),
						String.join(", ", this.parameters)));
	}

	private String word() {
		return name().toLowerCase(Locale.ROOT);
	}

}
