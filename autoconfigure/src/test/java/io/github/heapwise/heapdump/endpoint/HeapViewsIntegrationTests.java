package io.github.heapwise.heapdump.endpoint;

import java.io.IOException;
import java.time.Duration;
import java.util.List;

import io.github.heapwise.heapdump.FakeHeapDumpAnalyses;
import io.github.heapwise.heapdump.HeapDumpRefusedException.Cause;
import io.github.heapwise.test.Answer;
import io.github.heapwise.test.RunningApplication;
import io.github.heapwise.test.Surroundings;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Integration tests of what {@link HeapDumpsEndpoint} answers about analysed dumps.
 */
@ExtendWith(OutputCaptureExtension.class)
class HeapViewsIntegrationTests {

	private static final String ROW = "{\"node\":\"0x7f00a0\",\"className\":\"com.example.Order\","
			+ "\"shallowBytes\":24,\"retainedBytes\":4096,\"retainedRatio\":0.4,\"distance\":2,\"dominated\":1}";

	private static final String PAGE = "\"page\":1,\"pages\":124,\"totalRows\":12345}";

	private static final String ROOT = "{\"kind\":\"java-frame\",\"thread\":\"0x7f00a0\",\"threadName\":\"main\","
			+ "\"frame\":0}";

	@ParameterizedTest
	@MethodSource("io.github.heapwise.test.Surroundings#stacks")
	void tablesAreAnsweredInPages(Surroundings surroundings) {
		try (RunningApplication application = AnalysedApplication.start(surroundings)) {
			assertThat(body(application, "classes"))
				.isEqualTo("{\"rows\":[{\"node\":\"class-12\",\"name\":\"com.example.Order\",\"instances\":3,"
						+ "\"shallowBytes\":72,\"retainedBytes\":4096,\"distance\":2}]," + PAGE);
			assertThat(body(application, "instances?node=class-12")).isEqualTo("{\"rows\":[" + ROW + "]," + PAGE);
			assertThat(body(application, "dominators")).isEqualTo("{\"rows\":[" + ROW + "]," + PAGE);
			assertThat(body(application, "incoming?node=0x7f00a0"))
				.isEqualTo("{\"rows\":[{\"object\":" + ROW + ",\"fields\":[\"items\"]}]," + PAGE);
			assertThat(body(application, "loaders"))
				.startsWith("{\"rows\":[{\"node\":\"0x7f00a0\",\"className\":\"com.example.Loader\",\"name\":\"app\",")
				.endsWith(PAGE);
			assertThat(body(application, "threads")).isEqualTo("{\"rows\":[{\"object\":" + ROW
					+ ",\"daemon\":true,\"heldBytes\":4096,\"frames\":[{\"method\":\"com.example.Main.run\","
					+ "\"location\":\"Main.java:7\",\"locals\":[" + ROW + "],\"moreLocals\":0}],\"moreFrames\":0}],"
					+ PAGE);
			assertThat(body(application, "unreachable"))
				.isEqualTo("{\"rows\":[{\"node\":\"class-12\",\"name\":\"com.example.Order\",\"instances\":5,"
						+ "\"shallowBytes\":120}]," + PAGE);
			assertThat(body(application, "compare?with=earlier"))
				.startsWith("{\"rows\":[{\"node\":\"class-12\",\"name\":\"com.example.Order\",\"change\":\"grown\",")
				.endsWith(PAGE);
		}
	}

	@ParameterizedTest
	@MethodSource("io.github.heapwise.test.Surroundings#stacks")
	void tablesWithTotalsHaveThemBesideTheRows(Surroundings surroundings) {
		try (RunningApplication application = AnalysedApplication.start(surroundings)) {
			assertThat(body(application, "object?node=0x7f00a0")).isEqualTo("{\"object\":" + ROW
					+ ",\"classNode\":\"class-12\",\"roots\":[" + ROOT + "],\"dominators\":[" + ROW
					+ "],\"valuesShown\":false,\"fields\":[{\"name\":\"items\",\"declaringClass\":\"com.example.Order\","
					+ "\"type\":\"object\",\"object\":" + ROW + ",\"holds\":true}]," + PAGE);
			assertThat(body(application, "duplicates"))
				.isEqualTo("{\"strings\":9,\"distinctStrings\":3,\"bytes\":900,\"wastedBytes\":600,"
						+ "\"rows\":[{\"node\":\"0x7f00a0\",\"length\":5,\"copies\":7,\"bytes\":700,\"wastedBytes\":600}],"
						+ PAGE);
			assertThat(body(application, "collections"))
				.startsWith("{\"instances\":40,\"wastedBytes\":5000,\"rows\":[{\"classNode\":\"class-12\",")
				.endsWith(PAGE);
		}
	}

	@ParameterizedTest
	@MethodSource("io.github.heapwise.test.Surroundings#stacks")
	void pathsAreNested(Surroundings surroundings) {
		try (RunningApplication application = AnalysedApplication.start(surroundings)) {
			assertThat(body(application, "paths?node=class-12"))
				.isEqualTo("{\"node\":\"class-12\",\"objects\":1,\"examined\":1,\"roots\":[{\"object\":" + ROW
						+ ",\"omitted\":0,\"root\":" + ROOT + ",\"targets\":1,\"targetBytes\":4096,\"children\":"
						+ "[{\"object\":" + ROW
						+ ",\"field\":\"items\",\"omitted\":7,\"targets\":1,\"targetBytes\":4096,"
						+ "\"children\":[]}]}]}");
			assertThat(json(ask(application, "paths?node=0x7f00a0")).get("node").stringValue()).isEqualTo("0x7f00a0");
		}
	}

	@ParameterizedTest
	@MethodSource("io.github.heapwise.test.Surroundings#stacks")
	void suspectsAreMeasuredAgainstTheLatestEarlierDump(Surroundings surroundings) {
		try (RunningApplication application = AnalysedApplication.start(surroundings)) {
			JsonNode suspects = json(ask(application, "suspects"));
			assertThat(suspects.propertyNames()).containsExactly("reachableBytes", "thresholdBytes", "baseline",
					"suspects");
			assertThat(suspects.get("baseline").stringValue()).isEqualTo("earlier");
			assertThat(suspects.at("/suspects/0/growth/deltaBytes").longValue()).isEqualTo(1024);
			assertThat(suspects.at("/suspects/0/held/0/className").stringValue()).isEqualTo("com.example.Item");
			assertThat(json(ask(application, "suspects?with=later")).get("baseline").stringValue()).isEqualTo("later");
			JsonNode first = json(application.actuator("/heapdumps/earlier/suspects"));
			assertThat(first.has("baseline")).isFalse();
			assertThat(first.at("/suspects/0").has("growth")).isFalse();
		}
	}

	@ParameterizedTest
	@MethodSource("io.github.heapwise.test.Surroundings#stacks")
	void parametersSayWhichRows(Surroundings surroundings) {
		try (RunningApplication application = AnalysedApplication.start(surroundings)) {
			for (String path : List.of("classes", "classes?sort=name&page=2&size=1000&filter=%20Order%20",
					"classes?sort=-name", "classes?sort=-retainedBytes", "classes?sort=distance",
					"compare?with=earlier&sort=-deltaInstances", "object?node=0x7f00a0&size=1", "dominators?node=")) {
				assertThat(ask(application, path).status()).as(path).isEqualTo(200);
			}
			assertThat(AnalysedApplication.views(application, "done").questions()).containsExactly(
					"classes TableQuery[page=1, size=100, sort=null, ascending=false, filter=]",
					"classes TableQuery[page=2, size=1000, sort=name, ascending=true, filter=Order]",
					"classes TableQuery[page=1, size=100, sort=name, ascending=false, filter=]",
					"classes TableQuery[page=1, size=100, sort=retainedBytes, ascending=true, filter=]",
					"classes TableQuery[page=1, size=100, sort=distance, ascending=true, filter=]",
					"compare TableQuery[page=1, size=100, sort=deltaInstances, ascending=true, filter=]",
					"object 0x7f00a0 TableQuery[page=1, size=1, sort=null, ascending=false, filter=]",
					"dominators null TableQuery[page=1, size=100, sort=null, ascending=false, filter=]");
		}
	}

	@ParameterizedTest
	@MethodSource("io.github.heapwise.test.Surroundings#stacks")
	void aPageBeyondTheLastHasNoRows(Surroundings surroundings) {
		try (RunningApplication application = AnalysedApplication.start(surroundings)) {
			assertThat(body(application, "classes?page=125"))
				.isEqualTo("{\"rows\":[],\"page\":125,\"pages\":124,\"totalRows\":12345}");
			assertThat(json(ask(application, "classes?page=2147483647")).get("rows")).isEmpty();
		}
	}

	@ParameterizedTest
	@MethodSource("io.github.heapwise.test.Surroundings#stacks")
	void wrongParametersAreNamedWithWhatIsAllowed(Surroundings surroundings) {
		try (RunningApplication application = AnalysedApplication.start(surroundings)) {
			assertThat(message(application, "classes?sort=size", 400)).isEqualTo(
					"'sort' must be one of retainedBytes, shallowBytes, instances, distance, name, with - before it for "
							+ "the other way round, but was 'size'");
			assertThat(json(ask(application, "classes?sort=--name")).get("allowed").toString())
				.isEqualTo("[\"retainedBytes\",\"shallowBytes\",\"instances\",\"distance\",\"name\"]");
			assertThat(message(application, "classes?page=0", 400))
				.isEqualTo("'page' must be a whole number from 1 to 2147483647 but was '0'");
			assertThat(message(application, "classes?size=1001", 400))
				.isEqualTo("'size' must be a whole number from 1 to 1000 but was '1001'");
			assertThat(message(application, "paths?node=0x7f00a0&sort=name", 400))
				.isEqualTo("View 'paths' has no parameter 'sort'. It has: node");
			assertThat(message(application, "classes?raw=true", 400))
				.startsWith("View 'classes' has no parameter 'raw'");
			assertThat(message(application, "object", 400))
				.isEqualTo("'node' is missing. It must be an object such as 0x7f00a0");
			assertThat(message(application, "instances?node=0x7f00a0", 400))
				.isEqualTo("'node' must be all instances of a class such as class-12 but was '0x7f00a0'");
			assertThat(message(application, "object?node=0x1", 404)).isEqualTo("No '0x1' in this heap dump");
			assertThat(message(application, "paths?node=class-99", 404)).isEqualTo("No 'class-99' in this heap dump");
			assertThat(message(application, "walls", 404)).isEqualTo(
					"No view 'walls'. There are: classes, instances, dominators, object, incoming, paths, suspects, "
							+ "duplicates, collections, loaders, threads, unreachable, compare, file");
			assertThat(AnalysedApplication.views(application, "done").questions())
				.noneMatch((question) -> question.startsWith("classes"));
		}
	}

	@ParameterizedTest
	@MethodSource("io.github.heapwise.test.Surroundings#stacks")
	void hostileParametersGetAShortRefusal(Surroundings surroundings) {
		try (RunningApplication application = AnalysedApplication.start(surroundings)) {
			for (String path : List.of("object?node=" + "f".repeat(3000), "object?node=0x" + "f".repeat(17),
					"object?node=class-99999999999", "object?node=..%2f..", "object?node=%00",
					"object?node=0x1&node=0x2", "classes?sort=" + "x".repeat(3000), "classes?sort=%E2%80%AE",
					"classes?page=1e3", "classes?page=-1", "classes?page=99999999999999999999", "classes?size=%D9%A3",
					"compare?with=..%2fdone", "suspects?with=" + "x".repeat(3000))) {
				Answer refused = ask(application, path);
				assertThat(refused.status()).as(path).isEqualTo(400);
				assertThat(refused.sentBytes()).as(path).isLessThan(1000);
			}
			assertThat(ask(application, "classes?filter=" + "x".repeat(3000)).status()).isEqualTo(200);
		}
	}

	@ParameterizedTest
	@MethodSource("io.github.heapwise.test.Surroundings#stacks")
	void compareNamesTheDumpsThatCanBeGiven(Surroundings surroundings) {
		try (RunningApplication application = AnalysedApplication.start(surroundings)) {
			Answer missing = ask(application, "compare");
			assertThat(missing.status()).isEqualTo(400);
			assertThat(json(missing).get("allowed").toString()).isEqualTo("[\"later\",\"earlier\"]");
			for (String with : List.of("done", "none", "running", "x")) {
				assertThat(message(application, "compare?with=" + with, 400))
					.isEqualTo("'with' must be the id of another heap dump that has been analysed");
			}
		}
	}

	@ParameterizedTest
	@MethodSource("io.github.heapwise.test.Surroundings#stacks")
	void whatIsNotAnalysedSaysWhyAndWhatToDo(Surroundings surroundings) {
		try (RunningApplication application = AnalysedApplication.start(surroundings)) {
			assertThat(application.actuator("/heapdumps/dumping/classes").status()).isEqualTo(429);
			assertThat(application.actuator("/heapdumps/failed/classes").status()).isEqualTo(404);
			Answer waiting = application.actuator("/heapdumps/waiting/classes");
			assertThat(waiting.body())
				.isEqualTo("{\"status\":429,\"message\":\"Heap dump 'waiting' waits to be analysed\","
						+ "\"retryAfterSeconds\":2}");
			assertThat(waiting.status()).isEqualTo(429);
			assertThat(json(application.actuator("/heapdumps/running/classes")).get("message").stringValue())
				.isEqualTo("Heap dump 'running' is being analysed, 42 % are done");
			Answer never = application.actuator("/heapdumps/none/classes");
			assertThat(never.status()).isEqualTo(503);
			assertThat(json(never).get("message").stringValue())
				.isEqualTo("Heap dump 'none' has not been analysed. POST to 'heapdumps/none' has it analysed");
			assertThat(json(application.actuator("/heapdumps/refused/classes")).get("message").stringValue())
				.startsWith("Heap dump 'refused' is not analysed: 10 MB are left, 154 MB are needed. POST");
			assertThat(json(application.actuator("/heapdumps/broken/suspects")).get("message").stringValue())
				.startsWith("Heap dump 'broken' could not be analysed: Record at offset 7 is none. POST to");
		}
	}

	@ParameterizedTest
	@MethodSource("io.github.heapwise.test.Surroundings#stacks")
	void aDumpTellsHowFarItsAnalysisIs(Surroundings surroundings) {
		try (RunningApplication application = AnalysedApplication.start(surroundings)) {
			assertThat(application.actuator("/heapdumps/done").body()).endsWith(",\"host\":\"node-1\","
					+ "\"analysis\":{\"state\":\"done\",\"progressRatio\":1.0},\"totals\":{\"objects\":200,"
					+ "\"reachableObjects\":150,\"classes\":20,\"roots\":30,\"referenceBytes\":4,\"headerBytes\":12}}");
			JsonNode running = json(application.actuator("/heapdumps/running"));
			assertThat(running.get("state").stringValue()).isEqualTo("indexing");
			assertThat(running.at("/analysis/progressRatio").doubleValue()).isEqualTo(0.429);
			assertThat(running.has("totals")).isFalse();
			assertThat(json(application.actuator("/heapdumps/dumping")).has("analysis")).isFalse();
			JsonNode list = json(application.actuator("/heapdumps"));
			assertThat(list.get("showValues").booleanValue()).isFalse();
			assertThat(list.get("dumps").valueStream().map((dump) -> dump.at("/analysis/state").asString("")))
				.containsExactlyInAnyOrder("", "", "none", "queued", "running", "refused", "failed", "done", "done",
						"done");
			long dumpBytes = list.get("dumps").valueStream().mapToLong((dump) -> dump.at("/sizeBytes").asLong(0)).sum();
			assertThat(list.at("/store/bytes").longValue()).isEqualTo(dumpBytes + 3 * FakeHeapDumpAnalyses.INDEX_BYTES);
		}
	}

	@ParameterizedTest
	@MethodSource("io.github.heapwise.test.Surroundings#stacks")
	void postHasADumpAnalysed(Surroundings surroundings) {
		try (RunningApplication application = AnalysedApplication.start(surroundings)) {
			Answer accepted = application.postToActuator("/heapdumps/none");
			assertThat(accepted.status()).isEqualTo(202);
			assertThat(json(accepted).at("/analysis/state").stringValue()).isEqualTo("queued");
			assertThat(application.postToActuator("/heapdumps/done").status()).isEqualTo(200);
			assertThat(application.postToActuator("/heapdumps/dumping").status()).isEqualTo(429);
			assertThat(application.postToActuator("/heapdumps/failed").status()).isEqualTo(404);
			assertThat(application.postToActuator("/heapdumps/x").status()).isEqualTo(404);
			AnalysedApplication.analyses(application).refuse(Cause.RESOURCES, "10 MB are left", null);
			assertThat(application.postToActuator("/heapdumps/broken").body())
				.isEqualTo("{\"status\":507,\"message\":\"10 MB are left\"}");
			AnalysedApplication.analyses(application).refuse(Cause.BUSY, "Two are asking", Duration.ofSeconds(3));
			assertThat(ask(application, "classes").body())
				.isEqualTo("{\"status\":429,\"message\":\"Two are asking\",\"retryAfterSeconds\":3}");
		}
	}

	@ParameterizedTest
	@MethodSource("io.github.heapwise.test.Surroundings#stacks")
	void whatCannotBeReadIsAnAnswerAndALineInTheLog(Surroundings surroundings, CapturedOutput output) {
		try (RunningApplication application = AnalysedApplication.start(surroundings)) {
			AnalysedApplication.views(application, "done").fail(new IOException("/secret/place is damaged"));
			assertThat(message(application, "suspects", 503))
				.startsWith("The analysis of heap dump 'done' cannot be read")
				.doesNotContain("secret");
			assertThat(output).contains("Heap dump 'done' cannot be looked at", "/secret/place is damaged");
		}
	}

	@ParameterizedTest
	@MethodSource("io.github.heapwise.test.Surroundings#stacks")
	void everyClientGetsJson(Surroundings surroundings) {
		try (RunningApplication application = AnalysedApplication.start(surroundings)) {
			for (String accept : List.of("*/*", "application/json", "application/json, text/plain, */*",
					"text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
					"application/vnd.spring-boot.actuator.v3+json")) {
				Answer answer = application.actuator("/heapdumps/done/classes", "Accept", accept);
				assertThat(answer.status()).as(accept).isEqualTo(200);
				assertThat(answer.header("Content-Type")).as(accept).isEqualTo("application/json");
				assertThat(answer.header("Content-Disposition")).isNull();
				assertThat(answer.header("ETag")).isNull();
			}
		}
	}

	@ParameterizedTest
	@MethodSource("io.github.heapwise.test.Surroundings#stacks")
	void whoMayOnlyReadSeesEverythingAndAnalysesNothing(Surroundings surroundings) {
		try (RunningApplication application = AnalysedApplication.start(surroundings,
				"management.endpoint.heapdumps.access=read-only", "heapwise.heapdump.show-values=true")) {
			assertThat(ask(application, "classes").status()).isEqualTo(200);
			assertThat(application.postToActuator("/heapdumps/none").status()).isIn(404, 405);
			assertThat(json(application.actuator("/heapdumps/none")).at("/analysis/state").stringValue())
				.isEqualTo("none");
			assertThat(json(application.actuator("/heapdumps")).get("showValues").booleanValue()).isTrue();
		}
	}

	private static String message(RunningApplication application, String path, int status) {
		Answer answer = ask(application, path);
		assertThat(answer.status()).as(path).isEqualTo(status);
		return json(answer).get("message").stringValue();
	}

	private static String body(RunningApplication application, String path) {
		Answer answer = ask(application, path);
		assertThat(answer.status()).as(path).isEqualTo(200);
		return answer.body();
	}

	private static Answer ask(RunningApplication application, String path) {
		return application.actuator("/heapdumps/done/" + path);
	}

	private static JsonNode json(Answer answer) {
		return JsonMapper.shared().readTree(answer.body());
	}

}
