package io.github.heapwise.heapdump.endpoint;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import io.github.heapwise.test.Answer;
import io.github.heapwise.test.RunningApplication;
import io.github.heapwise.test.Surroundings;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Takes dumps of this JVM over HTTP, has them analysed, and looks at everything in them:
 * figures of different views have to agree.
 */
class RealHeapViewsIntegrationTests {

	private static final int PARCELS = 50_000;

	// What the dumps are to find again; grows between them.
	private static final List<Parcel> PARCELS_KEPT = new ArrayList<>();

	@TempDir
	private Path temporary;

	@ParameterizedTest
	@MethodSource("io.github.heapwise.test.Surroundings#stacks")
	void viewsOfADumpAgree(Surroundings surroundings) {
		PARCELS_KEPT.clear();
		try (RunningApplication application = start(surroundings)) {
			keepParcels();
			String first = analysedDump(application);
			keepParcels();
			String second = analysedDump(application);
			Views views = new Views(application, second);
			JsonNode parcels = classesAgree(views);
			instancesAgree(views, parcels);
			dominatorsAgree(views);
			anObjectAgreesWithWhatHoldsIt(views, parcels);
			dumpsAgree(views, first, parcels);
			everyOtherViewIsThere(views);
			values(views, parcels);
			theStoreCountsWhatAnalysesKeep(json(application.actuator("/heapdumps")));
		}
		finally {
			PARCELS_KEPT.clear();
		}
	}

	// Every object counts in one class, and all classes together are all there is.
	private static JsonNode classesAgree(Views views) {
		JsonNode totals = views.dump().get("totals");
		List<JsonNode> classes = views.all("classes?sort=name&size=1000");
		assertThat(sum(classes, "instances")).isEqualTo(totals.get("reachableObjects").longValue());
		assertThat(sum(classes, "shallowBytes")).isEqualTo(views.ask("suspects").get("reachableBytes").longValue());
		assertThat(sum(views.all("unreachable?size=1000"), "instances"))
			.isEqualTo(totals.get("objects").longValue() - totals.get("reachableObjects").longValue());
		assertThat(classes).isSortedAccordingTo((one, other) -> name(one).compareTo(name(other)));
		List<JsonNode> filtered = views.all("classes?filter=RealHeapViewsIntegrationTests%24parcel");
		assertThat(filtered).hasSize(1);
		JsonNode parcels = filtered.get(0);
		assertThat(parcels.get("instances").longValue()).isEqualTo(2 * PARCELS);
		return parcels;
	}

	private static void instancesAgree(Views views, JsonNode parcels) {
		JsonNode page = views.ask("instances?size=10&page=2&node=" + node(parcels));
		assertThat(page.get("totalRows").longValue()).isEqualTo(2 * PARCELS);
		assertThat(page.get("rows")).hasSize(10)
			.allSatisfy((row) -> assertThat(row.get("className").stringValue()).isEqualTo(name(parcels)));
	}

	// What no object dominates retains all together, nothing twice.
	private static void dominatorsAgree(Views views) {
		List<JsonNode> top = views.all("dominators?size=1000");
		long reachableBytes = views.ask("suspects").get("reachableBytes").longValue();
		assertThat(sum(top, "retainedBytes")).isLessThanOrEqualTo(reachableBytes);
		assertThat(views.ask("dominators?size=1").get("totalRows").longValue()).isGreaterThanOrEqualTo(top.size());
		for (JsonNode row : top.subList(0, 5)) {
			List<JsonNode> children = views.all("dominators?size=1000&node=" + node(row));
			if (children.size() == row.get("dominated").longValue()) {
				assertThat(sum(children, "retainedBytes") + row.get("shallowBytes").longValue()).as(row.toString())
					.isEqualTo(row.get("retainedBytes").longValue());
			}
		}
	}

	private static void anObjectAgreesWithWhatHoldsIt(Views views, JsonNode parcels) {
		JsonNode parcel = views.ask("instances?size=1&node=" + node(parcels)).at("/rows/0");
		JsonNode detail = views.ask("object?node=" + node(parcel));
		assertThat(detail.get("object")).isEqualTo(parcel);
		assertThat(detail.get("classNode").stringValue()).isEqualTo(node(parcels));
		assertThat(detail.get("fields").valueStream().map(RealHeapViewsIntegrationTests::name))
			.containsExactlyInAnyOrder("number", "address");
		JsonNode address = detail.get("fields")
			.valueStream()
			.filter((field) -> name(field).equals("address"))
			.findFirst()
			.orElseThrow();
		List<JsonNode> referrers = views.all("incoming?node=" + address.at("/object/node").stringValue());
		assertThat(referrers).anySatisfy((referrer) -> {
			assertThat(referrer.at("/object/node").stringValue()).isEqualTo(node(parcel));
			assertThat(referrer.get("fields").toString()).isEqualTo("[\"address\"]");
		});
		JsonNode paths = views.ask("paths?node=" + node(parcels));
		assertThat(paths.get("objects").longValue()).isEqualTo(2 * PARCELS);
		assertThat(paths.toString()).contains("PARCELS_KEPT");
		assertThat(paths.get("roots").valueStream().mapToLong((root) -> root.get("targets").longValue()).sum())
			.isEqualTo(paths.get("examined").longValue());
	}

	private static void dumpsAgree(Views views, String first, JsonNode parcels) {
		JsonNode grown = views.ask("compare?filter=RealHeapViewsIntegrationTests%24parcel&with=" + first).at("/rows/0");
		assertThat(name(grown)).isEqualTo(name(parcels));
		assertThat(grown.get("change").stringValue()).isEqualTo("grown");
		assertThat(grown.get("baselineInstances").longValue()).isEqualTo(PARCELS);
		assertThat(grown.get("deltaInstances").longValue()).isEqualTo(PARCELS);
		assertThat(views.ask("suspects").get("baseline").stringValue()).isEqualTo(first);
		assertThat(views.refused("compare?with=" + views.id()).get("allowed").toString())
			.isEqualTo("[\"" + first + "\"]");
	}

	private static void everyOtherViewIsThere(Views views) {
		List<JsonNode> loaders = views.all("loaders?size=1000");
		assertThat(sum(loaders, "instances")).isEqualTo(views.dump().at("/totals/reachableObjects").longValue());
		assertThat(sum(loaders, "shallowBytes")).isEqualTo(views.ask("suspects").get("reachableBytes").longValue());
		assertThat(views.all("threads?size=1000")).anySatisfy((thread) -> {
			assertThat(thread.at("/object/value").stringValue()).isEqualTo("main");
			assertThat(thread.get("frames").toString()).contains("RealHeapViewsIntegrationTests.viewsOfADumpAgree");
		});
		assertThat(views.ask("duplicates").get("rows")).isNotEmpty()
			.allSatisfy((row) -> assertThat(row.has("value")).isFalse());
		assertThat(views.ask("collections").get("rows")).isNotEmpty();
	}

	private static void values(Views views, JsonNode parcels) {
		JsonNode parcel = views.ask("instances?size=1&node=" + node(parcels)).at("/rows/0");
		assertThat(views.ask("object?node=" + node(parcel)).toString()).contains("\"valuesShown\":false")
			.doesNotContain("a street in");
	}

	private static void theStoreCountsWhatAnalysesKeep(JsonNode list) {
		assertThat(list.at("/store/bytes").longValue())
			.isGreaterThan(sum(list.get("dumps").valueStream().toList(), "sizeBytes"));
	}

	private static void keepParcels() {
		IntStream.range(0, PARCELS)
			.mapToObj((number) -> new Parcel(number, "a street in " + number))
			.forEach(PARCELS_KEPT::add);
	}

	private static String analysedDump(RunningApplication application) {
		Answer accepted = application.askActuator("POST", "/heapdumps", "{\"live\":true}", "Content-Type",
				"application/json");
		assertThat(accepted.status()).as(accepted.body()).isEqualTo(202);
		String id = json(accepted).get("id").stringValue();
		Views views = new Views(application, id);
		Awaitility.await()
			.atMost(Duration.ofMinutes(3))
			.until(() -> views.dump().at("/analysis/state").asString("none").matches("done|refused|failed"));
		assertThat(views.dump().at("/analysis/state").stringValue()).as(views.dump().toString()).isEqualTo("done");
		assertThat(views.dump().get("state").stringValue()).isEqualTo("ready");
		return id;
	}

	private static long sum(List<JsonNode> rows, String column) {
		return rows.stream().mapToLong((row) -> row.get(column).longValue()).sum();
	}

	private static String name(JsonNode row) {
		return row.get("name").stringValue();
	}

	private static String node(JsonNode row) {
		return row.get("node").stringValue();
	}

	private static JsonNode json(Answer answer) {
		return JsonMapper.shared().readTree(answer.body());
	}

	private RunningApplication start(Surroundings surroundings) {
		// What other tests left would be dumped as well.
		System.gc();
		return RunningApplication.start(surroundings, Host.class, "heapwise.expose=all",
				"management.endpoint.heapdumps.access=unrestricted", "heapwise.heapdump.request.cooldown=0s",
				"heapwise.heapdump.directory=" + this.temporary.resolve("dumps"));
	}

	/**
	 * The views of a dump.
	 *
	 * @param application the application that has it
	 * @param id its id
	 */
	private record Views(RunningApplication application, String id) {

		JsonNode dump() {
			return json(this.application.actuator("/heapdumps/" + this.id));
		}

		JsonNode ask(String view) {
			Answer answer = this.application.actuator("/heapdumps/" + this.id + "/" + view);
			assertThat(answer.status()).as(answer.body()).isEqualTo(200);
			return json(answer);
		}

		JsonNode refused(String view) {
			Answer answer = this.application.actuator("/heapdumps/" + this.id + "/" + view);
			assertThat(answer.status()).isEqualTo(400);
			return json(answer);
		}

		List<JsonNode> all(String view) {
			List<JsonNode> rows = new ArrayList<>();
			int pages = 1;
			for (int page = 1; page <= pages; page++) {
				JsonNode table = ask(view + (view.contains("?") ? "&" : "?") + "page=" + page);
				pages = table.get("pages").intValue();
				table.get("rows").valueStream().forEach(rows::add);
			}
			return rows;
		}

	}

	/**
	 * What is kept.
	 *
	 * @param number a number
	 * @param address a text
	 */
	private record Parcel(int number, String address) {

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Host {

	}

}
