package io.github.heapwise.heapdump.endpoint;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import io.github.heapwise.test.Answer;
import io.github.heapwise.test.ByteSearch;
import io.github.heapwise.test.RunningApplication;
import io.github.heapwise.test.Surroundings;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.netbeans.lib.profiler.heap.Heap;
import org.netbeans.lib.profiler.heap.HeapFactory;
import org.netbeans.lib.profiler.heap.JavaClass;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Takes dumps of this JVM over HTTP, and reads them with a reader that is not ours.
 */
class RealHeapDumpIntegrationTests {

	private static final int BEGINNING_BYTES = 1_000_000;

	private static final String SECRET = "secret of " + System.nanoTime();

	@TempDir
	private Path temporary;

	@ParameterizedTest
	@MethodSource("io.github.heapwise.test.Surroundings#stacks")
	void aDumpIsTakenReadAndDeleted(Surroundings surroundings) throws IOException {
		try (RunningApplication application = start(surroundings)) {
			Answer accepted = application.askActuator("POST", "/heapdumps", "{\"reason\":\"end to end\",\"live\":true}",
					"Content-Type", "application/json");
			assertThat(accepted.status()).as(accepted.body()).isEqualTo(202);
			String path = "/heapdumps/" + json(accepted).get("id").stringValue();
			JsonNode dump = awaitReady(application, path);
			assertThat(dump.get("trigger").stringValue()).isEqualTo("http");
			assertThat(dump.get("reason").stringValue()).isEqualTo("end to end");
			assertThat(dump.get("pauseMillis").longValue()).isPositive();

			Path redacted = save(application.open(path + "/file"), "redacted.hprof");
			assertThat(redacted).hasSize(dump.get("sizeBytes").longValue());
			Path raw = save(application.open(path + "/file?raw=true"), "raw.hprof");
			assertThat(holdsSecret(raw)).isTrue();
			assertThat(holdsSecret(redacted)).isFalse();
			assertThat(instances(redacted)).isEqualTo(instances(raw)).containsKey(getClass().getName());
			assertThat(Files.mismatch(redacted, resumed(application, path + "/file"))).isEqualTo(-1);

			deleteWhileReading(application, path, redacted);
			assertThat(application.actuator("/heapdumps").body()).doesNotContain(this.temporary.toString())
				.contains("\"dumps\":[]");
		}
	}

	@ParameterizedTest
	@MethodSource("io.github.heapwise.test.Surroundings#stacks")
	void theSecondDumpWithinTheCooldownIsRefused(Surroundings surroundings) {
		try (RunningApplication application = start(surroundings)) {
			Answer accepted = application.postToActuator("/heapdumps");
			Answer refused = application.postToActuator("/heapdumps");
			assertThat(refused.status()).isEqualTo(429);
			assertThat(json(refused).get("message").stringValue()).contains("heapwise.heapdump.request.cooldown");
			assertThat(json(refused).get("retryAfterSeconds").longValue()).isBetween(1L, 10L);
			awaitReady(application, "/heapdumps/" + json(accepted).get("id").stringValue());
		}
	}

	private void deleteWhileReading(RunningApplication application, String path, Path redacted) throws IOException {
		try (InputStream body = application.open(path + "/file")) {
			byte[] beginning = body.readNBytes(BEGINNING_BYTES);
			assertThat(application.askActuator("DELETE", path, null).status()).isEqualTo(200);
			assertThat(application.actuator(path).status()).isEqualTo(404);
			Path whole = save(new SequenceInputStream(new ByteArrayInputStream(beginning), body), "last.hprof");
			assertThat(Files.mismatch(redacted, whole)).isEqualTo(-1);
		}
		Awaitility.await().untilAsserted(() -> {
			try (Stream<Path> files = Files.list(this.temporary.resolve("dumps"))) {
				assertThat(files.map((file) -> file.getFileName().toString()))
					.noneMatch((name) -> name.contains("hprof"));
			}
		});
	}

	private Path resumed(RunningApplication application, String path) throws IOException {
		InputStream beginning = application.open(path, "Range", "bytes=0-" + (BEGINNING_BYTES - 1));
		InputStream rest = application.open(path, "Range", "bytes=" + BEGINNING_BYTES + "-");
		return save(new SequenceInputStream(beginning, rest), "resumed.hprof");
	}

	private Path save(InputStream body, String name) throws IOException {
		Path file = this.temporary.resolve(name);
		try (body) {
			Files.copy(body, file);
		}
		return file;
	}

	private static boolean holdsSecret(Path file) throws IOException {
		try (InputStream in = Files.newInputStream(file)) {
			return ByteSearch.contains(in, SECRET);
		}
	}

	private static Map<String, Integer> instances(Path file) throws IOException {
		Heap heap = HeapFactory.createHeap(file.toFile());
		Map<String, Integer> instancesByClass = new TreeMap<>();
		for (Object each : heap.getAllClasses()) {
			JavaClass type = (JavaClass) each;
			instancesByClass.merge(type.getName(), type.getInstancesCount(), Integer::sum);
		}
		return instancesByClass;
	}

	private static JsonNode awaitReady(RunningApplication application, String path) {
		Awaitility.await()
			.atMost(Duration.ofMinutes(5))
			.until(() -> !json(application.actuator(path)).get("state")
				.stringValue()
				.matches("queued|dumping|indexing"));
		JsonNode dump = json(application.actuator(path));
		assertThat(dump.get("state").stringValue()).as(dump.toString()).isEqualTo("ready");
		return dump;
	}

	private static JsonNode json(Answer answer) {
		return JsonMapper.shared().readTree(answer.body());
	}

	private RunningApplication start(Surroundings surroundings) {
		// What other tests left would be dumped as well.
		System.gc();
		return RunningApplication.start(surroundings, Host.class, "heapwise.expose=all",
				"management.endpoint.heapdumps.access=unrestricted", "heapwise.heapdump.raw-download=true",
				"heapwise.heapdump.directory=" + this.temporary.resolve("dumps"));
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Host {

	}

}
