package io.github.heapwise.latency.endpoint;

import java.util.stream.StreamSupport;

import io.github.heapwise.test.RunningApplication;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Reads who waits in a running application.
 */
final class LatencyReader {

	private LatencyReader() {
	}

	static JsonNode read(RunningApplication application) {
		return read(application, "/memory/latency");
	}

	static JsonNode read(RunningApplication application, String path) {
		return JsonMapper.shared().readTree(application.actuator(path).body());
	}

	static JsonNode worker(JsonNode latency, String name) {
		return StreamSupport.stream(latency.get("workers").spliterator(), false)
			.filter((worker) -> worker.get("name").stringValue().equals(name))
			.findFirst()
			.orElseThrow(() -> new AssertionError("no pool '" + name + "' in " + latency.get("workers")));
	}

	static void assertIdle(JsonNode worker) {
		assertThat(worker.get("queued").intValue()).isZero();
		assertThat(worker.at("/startDelay/maxNanos").longValue()).isLessThan(200_000_000);
	}

}
