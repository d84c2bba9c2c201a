package io.github.heapwise.heapdump.endpoint;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import io.github.heapwise.heapdump.DumpOrder;
import io.github.heapwise.heapdump.DumpTrigger;
import io.github.heapwise.heapdump.FakeHeapDumps;
import io.github.heapwise.heapdump.HeapDumpRefusedException.Cause;
import io.github.heapwise.test.Answer;
import io.github.heapwise.test.RunningApplication;
import io.github.heapwise.test.Surroundings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Integration tests for {@link HeapDumpsEndpoint}.
 */
@ExtendWith(OutputCaptureExtension.class)
class HeapDumpsEndpointIntegrationTests {

	private static final String JSON = "application/json";

	@ParameterizedTest
	@MethodSource("io.github.heapwise.test.Surroundings#stacks")
	void dumpsAreListedWithWhatTheNextWouldCost(Surroundings surroundings) {
		try (RunningApplication application = DumpsApplication.start(surroundings)) {
			JsonNode list = json(application.actuator("/heapdumps"));
			assertThat(list.get("dumps").valueStream().map((dump) -> dump.get("id").stringValue()))
				.containsExactly("e-huge", "d-ready", "c-failed", "b-dumping", "a-queued");
			assertThat(list.at("/estimate/pauseMillis").longValue()).isEqualTo(900);
			assertThat(list.at("/liveEstimate/diskBytes").longValue()).isEqualTo(1000);
			assertThat(list.get("rawDownload").booleanValue()).isFalse();
			assertThat(list.at("/store/dumps").longValue()).isEqualTo(2);
			assertThat(list.at("/store/bytes").longValue()).isEqualTo((1L << 40) + DumpsApplication.SIZE_BYTES);
			assertThat(list.at("/store/maxDumps").longValue()).isEqualTo(5);
			assertThat(list.get("triggers").toString())
				.contains("{\"id\":\"http\",\"enabled\":true,\"property\":\"management.endpoint.heapdumps.access"
						+ "=unrestricted\"}", "{\"id\":\"signal\",\"enabled\":false,");
		}
	}

	@ParameterizedTest
	@MethodSource("io.github.heapwise.test.Surroundings#stacks")
	void aDumpTellsWhatIsKnownOfIt(Surroundings surroundings) {
		try (RunningApplication application = DumpsApplication.start(surroundings)) {
			assertThat(application.actuator("/heapdumps/d-ready").body())
				.isEqualTo("{\"id\":\"d-ready\",\"state\":\"ready\",\"progressRatio\":1.0,\"trigger\":\"signal\","
						+ "\"reason\":\"why not\",\"live\":true,\"requestedAt\":\"2026-01-31T10:15:30.123Z\","
						+ "\"estimate\":{\"pauseMillis\":900,\"diskBytes\":2000,\"calibrated\":true},"
						+ "\"time\":\"2026-01-31T10:15:30.123Z\",\"pauseMillis\":812,\"sizeBytes\":3000,"
						+ "\"redacted\":false,\"heap\":{\"usedBytes\":300,\"committedBytes\":500,\"maxBytes\":1000},"
						+ "\"flags\":{\"UseCompressedOops\":\"true\"},\"jvm\":\"OpenJDK 64-Bit Server VM 25\","
						+ "\"application\":\"shop\",\"host\":\"node-1\","
						+ "\"analysis\":{\"state\":\"none\",\"progressRatio\":0.0}}");
			assertThat(json(application.actuator("/heapdumps/b-dumping")).propertyNames()).containsExactly("id",
					"state", "progressRatio", "trigger", "reason", "live", "requestedAt", "estimate");
			assertThat(json(application.actuator("/heapdumps/c-failed")).get("failure").stringValue())
				.isEqualTo("No space left");
		}
	}

	@ParameterizedTest
	@MethodSource("io.github.heapwise.test.Surroundings#stacks")
	void postAsksForADump(Surroundings surroundings) {
		try (RunningApplication application = DumpsApplication.start(surroundings)) {
			Answer plain = application.postToActuator("/heapdumps");
			assertThat(plain.status()).isEqualTo(202);
			assertThat(json(plain).get("id").stringValue()).isEqualTo("dump-1");
			assertThat(json(plain).get("state").stringValue()).isEqualTo("queued");
			assertThat(json(plain).at("/estimate/pauseMillis").longValue()).isEqualTo(900);
			assertThat(post(application, "{\"reason\":\"leak?\",\"live\":true}").status()).isEqualTo(202);
			assertThat(post(application, "{\"live\":\"TRUE\"}").status()).isEqualTo(202);
			assertThat(post(application, "{}").status()).isEqualTo(202);
			assertThat(DumpsApplication.dumps(application).orders()).containsExactly(
					new DumpOrder(DumpTrigger.HTTP, null, false), new DumpOrder(DumpTrigger.HTTP, "leak?", true),
					new DumpOrder(DumpTrigger.HTTP, null, true), new DumpOrder(DumpTrigger.HTTP, null, false));
		}
	}

	@ParameterizedTest
	@MethodSource("io.github.heapwise.test.Surroundings#stacks")
	void hostileBodiesTakeNoDump(Surroundings surroundings) {
		try (RunningApplication application = DumpsApplication.start(surroundings)) {
			for (String body : new String[] { "{\"live\":\"maybe\"}", "{\"live\":2}", "{\"live\":[true,true]}",
					"{\"live\":{\"a\":1}}", "{\"reason\":{\"a\":{}}}", "[]", "\"x\"", "{\"reason\":",
					"[".repeat(100_000), "{\"live\":\"" + "x".repeat(100_000) + "\"}" }) {
				Answer refused = post(application, body);
				assertThat(refused.status()).as(body.substring(0, Math.min(30, body.length()))).isBetween(400, 499);
				assertThat(refused.sentBytes()).isLessThan(1000);
			}
			assertThat(json(post(application, "{\"live\":\"maybe\"}")).get("message").stringValue())
				.isEqualTo("'live' must be true or false but was 'maybe'");
			assertThat(DumpsApplication.dumps(application).orders()).isEmpty();
		}
	}

	@ParameterizedTest
	@MethodSource("io.github.heapwise.test.Surroundings#stacks")
	void twoWhoAskAtOnceBothGetAnAnswer(Surroundings surroundings) {
		try (RunningApplication application = DumpsApplication.start(surroundings)) {
			List<CompletableFuture<Answer>> answers = List.of(
					CompletableFuture.supplyAsync(() -> application.postToActuator("/heapdumps")),
					CompletableFuture.supplyAsync(() -> application.postToActuator("/heapdumps")));
			assertThat(answers.stream().map(CompletableFuture::join).map((answer) -> json(answer).get("id").asString()))
				.containsExactlyInAnyOrder("dump-1", "dump-2");
		}
	}

	@ParameterizedTest
	@MethodSource("io.github.heapwise.test.Surroundings#stacks")
	void aRefusalHasItsReasonAndWhenToComeBack(Surroundings surroundings) {
		try (RunningApplication application = DumpsApplication.start(surroundings)) {
			FakeHeapDumps dumps = DumpsApplication.dumps(application);
			dumps.refuse(Cause.BUSY, "Three are waiting", Duration.ofMillis(1500));
			Answer busy = application.postToActuator("/heapdumps");
			assertThat(busy.body())
				.isEqualTo("{\"status\":429,\"message\":\"Three are waiting\",\"retryAfterSeconds\":2}");
			assertThat(busy.status()).isEqualTo(429);
			assertThat(busy.header("Retry-After")).isNotNull();
			dumps.refuse(Cause.RESOURCES, "1 MB free, 2 MB needed", null);
			assertThat(application.postToActuator("/heapdumps").body())
				.isEqualTo("{\"status\":507,\"message\":\"1 MB free, 2 MB needed\"}");
			dumps.refuse(Cause.UNAVAILABLE, "Not on this JVM", null);
			assertThat(post(application, "{\"live\":true}").status()).isEqualTo(503);
		}
	}

	@ParameterizedTest
	@MethodSource("io.github.heapwise.test.Surroundings#stacks")
	void deleteTakesWhatIsThereAndCancelsWhatIsNot(Surroundings surroundings) {
		try (RunningApplication application = DumpsApplication.start(surroundings)) {
			assertThat(delete(application, "d-ready").status()).isEqualTo(200);
			assertThat(delete(application, "a-queued").status()).isEqualTo(200);
			assertThat(delete(application, "b-dumping").status()).isEqualTo(202);
			assertThat(json(delete(application, "c-failed")).get("id").stringValue()).isEqualTo("c-failed");
			assertThat(delete(application, "d-ready").status()).isEqualTo(404);
			assertThat(application.actuator("/heapdumps/d-ready/file").status()).isEqualTo(404);
		}
	}

	@ParameterizedTest
	@MethodSource("io.github.heapwise.test.Surroundings#stacks")
	void whatIsNotThereIsNotFound(Surroundings surroundings) {
		try (RunningApplication application = DumpsApplication.start(surroundings)) {
			for (String id : new String[] { "x", "%2e%2e", "a%0d%0ab", "%00", "%E2%80%AE", "x".repeat(5000), "D-READY",
					"d-ready%20", "%7Bid%7D" }) {
				Answer missing = application.actuator("/heapdumps/" + id);
				assertThat(missing.status()).as(id).isBetween(400, 499);
				assertThat(missing.sentBytes()).isLessThan(1000);
				assertThat(application.actuator("/heapdumps/" + id + "/file").status()).as(id).isBetween(400, 499);
				assertThat(delete(application, id).status()).as(id).isBetween(400, 499);
			}
			assertThat(application.actuator("/heapdumps/x").body())
				.isEqualTo("{\"status\":404,\"parameter\":\"id\",\"value\":\"x\","
						+ "\"message\":\"No heap dump 'x'. It may have been deleted to make room\"}");
			assertThat(application.actuator("/heapdumps/../../etc/passwd").status()).isBetween(400, 404);
			assertThat(application.actuator("/heapdumps/d-ready/..%2f..%2ffile").status()).isBetween(400, 404);
			assertThat(json(application.actuator("/heapdumps/d-ready/doors")).get("message").stringValue())
				.startsWith("No view 'doors'. There are: classes, ");
		}
	}

	@ParameterizedTest
	@MethodSource("io.github.heapwise.test.Surroundings#stacks")
	void aFileThatIsNotThereSaysWhy(Surroundings surroundings, CapturedOutput output) {
		try (RunningApplication application = DumpsApplication.start(surroundings)) {
			Answer queued = application.actuator("/heapdumps/a-queued/file");
			assertThat(queued.status()).isEqualTo(429);
			assertThat(queued.header("ETag")).isNull();
			Answer failed = application.actuator("/heapdumps/c-failed/file");
			assertThat(failed.status()).isEqualTo(404);
			assertThat(json(failed).get("message").stringValue())
				.isEqualTo("Heap dump 'c-failed' has no file: No space left");
			DumpsApplication.dumps(application).fail(new IOException("/secret/place is gone"));
			Answer unreadable = application.actuator("/heapdumps/d-ready/file");
			assertThat(unreadable.status()).isEqualTo(503);
			assertThat(unreadable.body()).doesNotContain("secret");
			assertThat(output).contains("Heap dump 'd-ready' cannot be read", "/secret/place is gone");
		}
	}

	@ParameterizedTest
	@MethodSource("io.github.heapwise.test.Surroundings#stacks")
	void valuesStayBehindUnlessTheUserPermitsThem(Surroundings surroundings) {
		try (RunningApplication application = DumpsApplication.start(surroundings)) {
			Answer refused = application.actuator("/heapdumps/d-ready/file?raw=true");
			assertThat(refused.status()).isEqualTo(403);
			assertThat(json(refused).get("message").stringValue()).contains("heapwise.heapdump.raw-download=true");
			assertThat(application.actuator("/heapdumps/d-ready/file?raw=yes").status()).isEqualTo(400);
			assertThat(application.actuator("/heapdumps/d-ready/file?raw=true&raw=false").status()).isEqualTo(400);
			assertThat(application.actuator("/heapdumps/d-ready/file?raw=false").status()).isEqualTo(200);
		}
	}

	@ParameterizedTest
	@MethodSource("io.github.heapwise.test.Surroundings#stacks")
	void whoReadsValuesIsLogged(Surroundings surroundings, CapturedOutput output) {
		try (RunningApplication application = DumpsApplication.start(surroundings,
				"heapwise.heapdump.raw-download=true")) {
			Answer raw = application.actuator("/heapdumps/d-ready/file?raw=true", "Range", "bytes=0-9");
			assertThat(raw.response().body()).containsOnly(FakeHeapDumps.byteAt(true, 0)).hasSize(10);
			assertThat(output)
				.contains("Heap dump 'd-ready' is read with the values in it by a client that is not logged in");
			assertThat(json(application.actuator("/heapdumps")).get("rawDownload").booleanValue()).isTrue();
		}
	}

	@ParameterizedTest
	@MethodSource("io.github.heapwise.test.Surroundings#stacks")
	void whoMayOnlyReadCanTriggerAndDeleteNothing(Surroundings surroundings) {
		try (RunningApplication application = DumpsApplication.start(surroundings,
				"management.endpoint.heapdumps.access=read-only")) {
			assertThat(application.postToActuator("/heapdumps").status()).isIn(404, 405);
			assertThat(post(application, "{}").status()).isIn(404, 405);
			assertThat(delete(application, "d-ready").status()).isIn(404, 405);
			assertThat(application.actuator("/heapdumps/d-ready/file").status()).isEqualTo(200);
			assertThat(json(application.actuator("/heapdumps")).at("/triggers/0/enabled").booleanValue()).isFalse();
			assertThat(DumpsApplication.dumps(application).orders()).isEmpty();
		}
	}

	@Test
	void theHostsJsonSettingsDoNotReachOurAnswers() {
		try (RunningApplication application = DumpsApplication.start(Surroundings.MVC,
				"spring.jackson.property-naming-strategy=SNAKE_CASE")) {
			assertThat(json(application.actuator("/heapdumps")).propertyNames()).contains("rawDownload");
		}
	}

	private static Answer post(RunningApplication application, String body) {
		return application.askActuator("POST", "/heapdumps", body, "Content-Type", JSON);
	}

	private static Answer delete(RunningApplication application, String id) {
		return application.askActuator("DELETE", "/heapdumps/" + id, null);
	}

	private static JsonNode json(Answer answer) {
		return JsonMapper.shared().readTree(answer.body());
	}

}
