package io.github.heapwise.allocation.endpoint;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

import io.github.heapwise.allocation.AllocationProfiler;
import io.github.heapwise.allocation.AllocationSettings;
import io.github.heapwise.allocation.RouteSources;
import io.github.heapwise.endpoint.Problem;
import io.github.heapwise.jfr.SharedEventStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link AllocationsEndpoint} before anything is recorded.
 */
class AllocationsEndpointTests {

	private static final Instant NOW = Instant.parse("2026-01-31T10:15:30Z");

	private final AllocationProfiler profiler = new AllocationProfiler(
			new AllocationSettings(Duration.ofSeconds(10), Duration.ofHours(1), 1 << 20, 1000, 0.01, (name) -> false,
					(name) -> false, RouteSources.none()),
			new SharedEventStream(64, null), Clock.fixed(NOW, ZoneOffset.UTC), new ArrayList<>()::add);

	private final AllocationsEndpoint endpoint = new AllocationsEndpoint(this.profiler,
			Clock.fixed(NOW, ZoneOffset.UTC));

	@Test
	void allocationsWhileRecordingStartsShouldBeEmpty() {
		WebEndpointResponse<?> response = get(new Query());
		assertThat(response.getStatus()).isEqualTo(200);
		assertThat(body(response)).contains("\"names\":[\"all\"]", "\"self\":[0]", "\"state\":\"starting\"",
				"\"from\":\"2026-01-31T10:10:30Z\"", "\"to\":\"2026-01-31T10:15:30Z\"", "\"samples\":0");
	}

	@Test
	void allocationsWhenProfilingWasStoppedShouldBeUnavailable() {
		this.profiler.start();
		this.profiler.close();
		WebEndpointResponse<?> response = get(new Query());
		assertThat(response.getStatus()).isEqualTo(503);
		assertThat(response.getBody())
			.isEqualTo(new Problem(503, null, null, null, "Allocation profiling has been stopped"));
		assertThat(export("folded.txt").getStatus()).isEqualTo(503);
	}

	@ParameterizedTest
	@EnumSource
	void allocationsShouldHaveTheTypeOfTheFormat(ProfileFormat format) {
		WebEndpointResponse<?> response = this.endpoint.allocations(format, null, null, null, null, null, null, null,
				null, null, null, null);
		assertThat(response.getStatus()).isEqualTo(200);
		assertThat(response.getContentType()).isEqualTo(format.contentType());
		assertThat(response.getBody()).isInstanceOf(byte[].class);
	}

	@Test
	void jsonIsDeclaredLastAndTheDefault() {
		assertThat(ProfileFormat.values()).endsWith(ProfileFormat.JSON);
		assertThat(ProfileFormat.orDefault(null)).isEqualTo(ProfileFormat.JSON);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '"', nullValues = "-",
			textBlock = """
					from      | -2h                        | 400 | - | '%s' was '-2h' but there are data only since '2026-01-31T09:15:30Z'
					from      | yesterday                  | 400 | - | '%s' must be an instant or a time before now but was 'yesterday'
					from      | now                        | 400 | - | '%s' must be before 'to' but was 'now' and 'to' was '2026-01-31T10:15:30Z'
					to        | -2d                        | 400 | - | '%s' was '-2d' but there are data only since '2026-01-31T09:15:30Z'
					min       | -0.1                       | 400 | 0..1 | '%s' must be a number from 0 to 1 but was '-0.1'
					min       | 1.1                        | 400 | 0..1 | '%s' must be a number from 0 to 1 but was '1.1'
					min       | NaN                        | 400 | 0..1 | '%s' must be a number from 0 to 1 but was 'NaN'
					min       | few                        | 400 | 0..1 | '%s' must be a number from 0 to 1 but was 'few'
					value     | kilobytes                  | 400 | bytes,objects | '%s' must be one of bytes, objects but was 'kilobytes'
					root      | 12345                      | 400 | 16 lower-case hex digits | '%s' must be 16 lower-case hex digits but was '12345'
					root      | 13254BC4A00338B7           | 400 | 16 lower-case hex digits | '%s' must be 16 lower-case hex digits but was '13254BC4A00338B7'
					recording | r1                         | 400 | - | '%s' is not supported yet. Leave it out
					baseline  | r1                         | 400 | - | '%s' is not supported yet. Leave it out
					mode      | live                       | 400 | - | '%s' is not supported yet. Leave it out
					""")
	void badParameterIsRefusedByName(String name, String value, int status, @Nullable String allowed, String message) {
		for (WebEndpointResponse<?> response : List.of(get(new Query(name, value)),
				export("flamegraph.html", new Query(name, value)), export("folded.txt", new Query(name, value)))) {
			assertThat(response.getStatus()).isEqualTo(status);
			Problem problem = (Problem) response.getBody();
			assertThat(problem.parameter()).isEqualTo(name);
			assertThat(problem.value()).isEqualTo(value);
			assertThat(problem.message()).isEqualTo(message.formatted(name));
			if (allowed != null) {
				assertThat(problem.allowed()).containsExactly(allowed.split(","));
			}
		}
	}

	@Test
	void fromAfterToIsRefused() {
		WebEndpointResponse<?> response = this.endpoint.allocations(null, "-1m", "-2m", null, null, null, null, null,
				null, null, null, null);
		assertThat(response.getStatus()).isEqualTo(400);
		assertThat(((Problem) response.getBody()).message())
			.isEqualTo("'from' must be before 'to' but was '-1m' and 'to' was '-2m'");
	}

	@Test
	void hugeParameterIsShortenedInTheAnswer() {
		WebEndpointResponse<?> response = get(new Query("root", "x".repeat(1_000_000)));
		assertThat(response.getStatus()).isEqualTo(400);
		assertThat(response.getBody().toString()).hasSizeLessThan(1000);
	}

	@ParameterizedTest
	@CsvSource({ "type, com.acme.None", "thread, nobody", "route, GET /nowhere", "root, 0123456789abcdef" })
	void unknownNameIsAnEmptyProfile(String name, String value) {
		WebEndpointResponse<?> response = get(new Query(name, value));
		assertThat(response.getStatus()).isEqualTo(200);
		assertThat(body(response)).contains("\"self\":[0]", "\"filter\":{\"" + name + "\":\"" + value + "\"}");
	}

	@ParameterizedTest
	@ValueSource(strings = { "GET /nowhere", "/orders/{id}", "(other)", "</script><script>alert(1)</script>", "%s%n",
			"GET /\u0000\n\"\\", "DROP TABLE routes" })
	void unknownRouteIsAnEmptyProfileThatSaysSo(String route) {
		WebEndpointResponse<?> response = get(new Query("route", route));
		assertThat(response.getStatus()).isEqualTo(200);
		JsonNode meta = JsonMapper.shared().readTree(body(response)).get("meta");
		assertThat(meta.get("route").propertyNames()).containsExactly("route", "requests", "allocatedBytes", "mode");
		assertThat(meta.at("/route/route").stringValue()).isEqualTo(route);
		assertThat(meta.at("/route/requests").longValue()).isZero();
		assertThat(meta.at("/route/mode").stringValue()).isEqualTo("sampled");
		assertThat(meta.get("routes").isEmpty()).isTrue();
		assertThat(body(export("folded.txt", new Query("route", route)))).isEmpty();
		assertThat(body(export("flamegraph.html", new Query("route", route)))).doesNotContain("alert(1)");
	}

	@Test
	void withoutARouteNoneIsMentioned() {
		assertThat(JsonMapper.shared().readTree(body(get(new Query()))).get("meta").has("route")).isFalse();
	}

	@Test
	void blankParametersAskForDefaults() {
		WebEndpointResponse<?> response = this.endpoint.allocations(null, "", " ", "", "", "", "", "", "", "", "", "");
		assertThat(response.getStatus()).isEqualTo(200);
		assertThat(body(response)).contains("\"min\":1.0E-4", "\"unit\":\"bytes\"");
	}

	@ParameterizedTest
	@ValueSource(strings = { "profile.exe", "", "..", "flamegraph.html/", "FLAMEGRAPH.HTML", "profile.pb.gz" })
	void unknownExportIsNotFound(String export) {
		WebEndpointResponse<?> response = export(export);
		assertThat(response.getStatus()).isEqualTo(404);
		assertThat(((Problem) response.getBody()).allowed()).containsExactly("flamegraph.html", "folded.txt");
		assertThat(((Problem) response.getBody()).message())
			.isEqualTo("No export '" + export + "'. There are: flamegraph.html, folded.txt");
	}

	@Test
	void exportsHaveTheirOwnTypes() {
		assertThat(export("flamegraph.html").getContentType()).hasToString("text/html;charset=UTF-8");
		assertThat(body(export("flamegraph.html"))).startsWith("<!DOCTYPE html>")
			.contains("<title>Allocations 2026-01-31T10:10:30Z to 2026-01-31T10:15:30Z</title>");
		assertThat(export("folded.txt").getContentType()).hasToString("text/plain;charset=UTF-8");
		assertThat(body(export("folded.txt"))).isEmpty();
	}

	private WebEndpointResponse<?> get(Query query) {
		return this.endpoint.allocations(null, query.of("from"), query.of("to"), query.of("type"), query.of("thread"),
				query.of("value"), query.of("min"), query.of("root"), query.of("route"), query.of("recording"),
				query.of("baseline"), query.of("mode"));
	}

	private WebEndpointResponse<?> export(String name) {
		return export(name, new Query());
	}

	private WebEndpointResponse<?> export(String name, Query query) {
		return this.endpoint.export(name, query.of("from"), query.of("to"), query.of("type"), query.of("thread"),
				query.of("value"), query.of("min"), query.of("root"), query.of("route"), query.of("recording"),
				query.of("baseline"), query.of("mode"));
	}

	private static String body(WebEndpointResponse<?> response) {
		return new String((byte[]) response.getBody(), StandardCharsets.UTF_8);
	}

	/**
	 * A query with at most one parameter.
	 *
	 * @param name its name
	 * @param value its value
	 */
	private record Query(@Nullable String name, @Nullable String value) {

		Query() {
			this(null, null);
		}

		@Nullable String of(String parameter) {
			return parameter.equals(this.name) ? this.value : null;
		}

	}

}
