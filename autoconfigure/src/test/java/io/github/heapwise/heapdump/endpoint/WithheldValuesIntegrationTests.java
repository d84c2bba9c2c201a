package io.github.heapwise.heapdump.endpoint;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.heapwise.test.Answer;
import io.github.heapwise.test.RunningApplication;
import io.github.heapwise.test.Surroundings;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Plants what must not be told, has a dump analysed, and looks for it in the answers of
 * every view.
 */
class WithheldValuesIntegrationTests {

	private static final int MAX_OBJECTS = 700;

	private static final int MAX_OBJECTS_IN_ALL_VIEWS = 50;

	// Where these lead to is the whole application.
	private static final Set<String> NOT_FOLLOWED = Set.of("contextClassLoader", "group", "holder", "module",
			"inheritedAccessControlContext", "container", "inheritableThreadLocals", "backtrace",
			"scopedValueBindings");

	@TempDir
	private Path temporary;

	@Test
	void noViewTellsAValue() throws InterruptedException {
		assertThat(told(false)).isEmpty();
	}

	// Otherwise the test above would look in the wrong places.
	@Test
	void everyValueIsToldWhereTheUserSaysSo() throws InterruptedException {
		assertThat(told(true)).isEqualTo(WithheldValues.byHolder().keySet());
	}

	private Set<String> told(boolean showValues) throws InterruptedException {
		// What other tests left would be dumped as well.
		System.gc();
		try (WithheldValues planted = new WithheldValues(); RunningApplication application = start(showValues)) {
			Answers answers = new Answers(application, "/heapdumps/" + analysedDump(application) + "/");
			answers.readTables();
			answers.readObjects(planted.getClass());
			String told = answers.all().toString();
			return WithheldValues.byHolder()
				.entrySet()
				.stream()
				.filter((secret) -> told.contains(secret.getValue()))
				.map(Map.Entry::getKey)
				.collect(Collectors.toSet());
		}
	}

	private static String analysedDump(RunningApplication application) {
		Answer accepted = application.askActuator("POST", "/heapdumps", "{\"live\":true}", "Content-Type",
				"application/json");
		assertThat(accepted.status()).as(accepted.body()).isEqualTo(202);
		String path = "/heapdumps/" + json(accepted).get("id").stringValue();
		Awaitility.await()
			.atMost(Duration.ofMinutes(5))
			.until(() -> json(application.actuator(path)).at("/analysis/state").asString("").equals("done"));
		return json(accepted).get("id").stringValue();
	}

	private static JsonNode json(Answer answer) {
		return JsonMapper.shared().readTree(answer.body());
	}

	private RunningApplication start(boolean showValues) {
		return RunningApplication.start(Surroundings.MVC, Host.class, "heapwise.expose=all",
				"management.endpoint.heapdumps.access=unrestricted", "heapwise.heapdump.show-values=" + showValues,
				"heapwise.heapdump.directory=" + this.temporary.resolve("dumps"));
	}

	/**
	 * Everything that is answered about a dump.
	 *
	 * @param application the application that has it
	 * @param path path of its views
	 * @param all the answers
	 */
	private record Answers(RunningApplication application, String path, StringBuilder all) {

		Answers(RunningApplication application, String path) {
			this(application, path, new StringBuilder());
		}

		void readTables() {
			List.of("classes", "dominators", "duplicates", "collections", "loaders", "threads", "unreachable")
				.forEach((table) -> read(table + "?size=1000"));
			read("suspects");
		}

		void readObjects(Class<?> type) {
			String node = read("classes?filter=" + type.getName() + "&sort=name").at("/rows/0/node").stringValue();
			read("paths?node=" + node);
			Deque<String> objects = new ArrayDeque<>(nodes(read("instances?node=" + node).get("rows").valueStream()));
			objects.addAll(nodes(read("threads?filter=keeper").at("/rows/0/frames")
				.valueStream()
				.flatMap((frame) -> frame.get("locals").valueStream())));
			Set<String> seen = new HashSet<>();
			while (!objects.isEmpty() && seen.size() < MAX_OBJECTS) {
				String object = objects.remove();
				if (seen.add(object)) {
					objects.addAll(readObject(object, seen.size() < MAX_OBJECTS_IN_ALL_VIEWS));
				}
			}
		}

		private List<String> readObject(String node, boolean inAllViews) {
			if (inAllViews) {
				List.of("dominators", "incoming").forEach((view) -> read(view + "?size=20&node=" + node));
				read("paths?node=" + node);
			}
			JsonNode fields = read("object?size=300&node=" + node).get("fields");
			fields.forEach((field) -> this.all.append(field.path("value").asString("")));
			return nodes(fields.valueStream()
				.filter((field) -> !NOT_FOLLOWED.contains(field.get("name").stringValue()))
				.map((field) -> field.path("object"))
				.filter((object) -> !isForeignClass(object)));
		}

		private static boolean isForeignClass(JsonNode object) {
			return object.path("className").asString("").equals("java.lang.Class")
					&& !object.path("represents").asString("").equals(WithheldValues.class.getName());
		}

		private static List<String> nodes(Stream<JsonNode> objects) {
			return objects.filter((object) -> object.has("node"))
				.map((object) -> object.get("node").stringValue())
				.toList();
		}

		private JsonNode read(String view) {
			Answer answer = this.application.actuator(this.path + view);
			assertThat(answer.status()).as(view + " " + answer.body()).isEqualTo(200);
			this.all.append(answer.body());
			return json(answer);
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Host {

	}

}
