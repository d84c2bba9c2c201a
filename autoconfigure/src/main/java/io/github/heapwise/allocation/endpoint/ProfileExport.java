package io.github.heapwise.allocation.endpoint;

import java.util.Arrays;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.util.MimeType;

/**
 * Files a profile can be downloaded as, by their names in the URL.
 */
enum ProfileExport {

	/**
	 * One page that works without network or server.
	 */
	FLAME_GRAPH("flamegraph.html", "text/html;charset=UTF-8"),

	/**
	 * Folded stacks.
	 */
	FOLDED("folded.txt", "text/plain;charset=UTF-8");

	private final String fileName;

	private final MimeType contentType;

	ProfileExport(String fileName, String contentType) {
		this.fileName = fileName;
		this.contentType = MimeType.valueOf(contentType);
	}

	MimeType contentType() {
		return this.contentType;
	}

	static @Nullable ProfileExport named(String fileName) {
		return Arrays.stream(values()).filter((export) -> export.fileName.equals(fileName)).findFirst().orElse(null);
	}

	static List<String> names() {
		return Arrays.stream(values()).map((export) -> export.fileName).toList();
	}

}
