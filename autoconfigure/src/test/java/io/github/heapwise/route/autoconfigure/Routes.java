package io.github.heapwise.route.autoconfigure;

import java.util.List;

import io.github.heapwise.test.RunningApplication;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What {@code memory/routes} of an application answers.
 *
 * @param document the answer
 */
record Routes(JsonNode document) {

	static Routes of(RunningApplication application) {
		return new Routes(JsonMapper.shared().readTree(application.actuator("/memory/routes").body()));
	}

	String mode() {
		return this.document.get("mode").stringValue();
	}

	List<String> names() {
		return this.document.get("routes")
			.valueStream()
			.map((route) -> route.get("method").stringValue() + " " + route.get("route").stringValue())
			.toList();
	}

	/**
	 * Return how many requests all routes served.
	 * @return their number
	 */
	long requests() {
		return this.document.get("routes").valueStream().mapToLong((route) -> route.get("requests").longValue()).sum();
	}

	long requests(String name) {
		JsonNode route = find(name);
		return (route != null) ? route.get("requests").longValue() : 0;
	}

	JsonNode route(String name) {
		JsonNode route = find(name);
		if (route == null) {
			throw new IllegalArgumentException("No '%s' in %s".formatted(name, names()));
		}
		return route;
	}

	private @Nullable JsonNode find(String name) {
		int index = names().indexOf(name);
		return (index >= 0) ? this.document.get("routes").get(index) : null;
	}

}
