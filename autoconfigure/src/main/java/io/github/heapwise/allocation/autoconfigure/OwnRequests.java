package io.github.heapwise.allocation.autoconfigure;

/**
 * Recognises requests to Heapwise on a stack: by the filter that only they pass, and by
 * the endpoints, which on a reactive server run on a thread of their own.
 */
final class OwnRequests {

	private static final String PACKAGE = "io.github.heapwise.";

	private OwnRequests() {
	}

	static boolean isEntryPoint(String className) {
		return className.startsWith(PACKAGE) && (className.endsWith("Endpoint") || className.endsWith("Filter"));
	}

}
