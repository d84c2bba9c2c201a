package io.github.heapwise.heapdump.endpoint;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * What can be seen of a dump, by its name in the URL.
 */
enum DumpView {

	/** The dump itself, for other tools. */
	FILE;

	static @Nullable DumpView named(String name) {
		return Arrays.stream(values()).filter((view) -> view.word().equals(name)).findFirst().orElse(null);
	}

	static List<String> names() {
		return Arrays.stream(values()).map(DumpView::word).toList();
	}

	private String word() {
		return name().toLowerCase(Locale.ROOT);
	}

}
