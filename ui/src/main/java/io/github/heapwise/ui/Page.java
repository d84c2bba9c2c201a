package io.github.heapwise.ui;

import java.util.Arrays;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * The pages. Each has a template named like its id.
 */
public enum Page {

	/** What is recorded, at what cost, and the top of it. */
	OVERVIEW(""),

	/** What is wrong, by what evidence, and what to do about it. */
	DIAGNOSIS("/diagnosis"),

	/** What the process holds, and how it moves. */
	MEMORY("/memory"),

	/** What the collector does. */
	GC("/gc"),

	/** Who waits, and for how long. */
	LATENCY("/latency"),

	/** The flamegraph of allocations. */
	ALLOCATIONS("/allocations"),

	/** What requests cost, by route. */
	ROUTES("/routes"),

	/** Heap dumps: those that are there, and one more. */
	HEAPDUMPS("/heapdumps"),

	/** What is in a heap dump, and what holds it. */
	HEAPDUMP("/heapdump");

	private final String path;

	Page(String path) {
		this.path = path;
	}

	/**
	 * Return the page at a path segment below the endpoint.
	 * @param segment what the client asked for
	 * @return the page, or {@code null} where there is none
	 */
	public static @Nullable Page below(String segment) {
		return Arrays.stream(values()).filter((page) -> page.path.equals("/" + segment)).findFirst().orElse(null);
	}

	/**
	 * Return the id of the page.
	 * @return a lower-case word
	 */
	public String id() {
		return name().toLowerCase(Locale.ROOT);
	}

	/**
	 * Return the path below the endpoint.
	 * @return empty, or a segment after a slash
	 */
	public String path() {
		return this.path;
	}

}
