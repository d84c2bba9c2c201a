package io.github.heapwise.diagnosis.endpoint;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import io.github.heapwise.diagnosis.Confidence;
import io.github.heapwise.diagnosis.DiagnosisRule;
import io.github.heapwise.diagnosis.Evidence;
import io.github.heapwise.diagnosis.Finding;
import io.github.heapwise.diagnosis.Judgement;
import io.github.heapwise.diagnosis.NextStep;
import io.github.heapwise.diagnosis.Series;
import io.github.heapwise.diagnosis.Severity;
import io.github.heapwise.diagnosis.Signals;
import io.github.heapwise.endpoint.TextOrJson;
import io.github.heapwise.test.Answer;
import io.github.heapwise.test.RunningApplication;
import io.github.heapwise.test.Surroundings;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.web.annotation.WebEndpoint;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.StringUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Integration tests for {@link DiagnosisEndpoint}.
 */
class DiagnosisEndpointIntegrationTests {

	private static final String BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8";

	private static final String TITLE = "Route <b>GET /a?b&c</b> holds 'all' of it";

	@ParameterizedTest
	@MethodSource("io.github.heapwise.test.Surroundings#stacks")
	void getShouldReturnWhatEachRuleSays(Surroundings surroundings) {
		try (RunningApplication application = start(surroundings)) {
			JsonNode diagnosis = json(application.actuator("/memory/diagnosis"));
			assertThat(diagnosis.propertyNames()).contains("time", "verdict", "severity", "windowMillis", "from", "to",
					"findings", "passed", "undecided");
			assertThat(diagnosis.get("windowMillis").longValue()).isPositive().isLessThanOrEqualTo(120_000);
			assertThat(diagnosis.get("severity").stringValue()).isEqualTo("critical");
			JsonNode finding = find(diagnosis.get("findings"), "mine");
			assertThat(finding.propertyNames()).containsExactlyInAnyOrder("id", "title", "severity", "confidence",
					"evidence", "advice", "explanation", "next");
			assertThat(finding.get("title").stringValue()).isEqualTo(TITLE);
			assertThat(finding.get("confidence").stringValue()).isEqualTo("high");
			assertThat(finding.get("explanation").get("markdown").stringValue()).contains("**What to try:**");
			assertThat(finding.get("next").get("url").stringValue())
				.isEqualTo("ui/allocations?route=GET%20%2Fa%3Fb%26c");
			assertThat(finding.get("next").get("parameters").get("route").stringValue()).isEqualTo("GET /a?b&c");
			JsonNode evidence = finding.get("evidence").get(0);
			assertThat(evidence.get("observed").doubleValue()).isEqualTo(0.9);
			assertThat(evidence.get("series").get("values").get(1).isNull()).isTrue();
			assertThat(evidence.get("series").get("times").get(0).longValue()).isEqualTo(1000);
			JsonNode undecided = find(diagnosis.get("undecided"), "threads-grow");
			assertThat(undecided.get("reason").stringValue()).isNotEmpty();
			assertThat(undecided.get("runForSeconds").longValue()).isPositive();
		}
	}

	@ParameterizedTest
	@MethodSource("io.github.heapwise.test.Surroundings#stacks")
	void theAcceptHeaderSelectsTheRepresentation(Surroundings surroundings) {
		try (RunningApplication application = start(surroundings)) {
			Answer text = accepting(application, "text/plain");
			assertThat(type(text)).isEqualToIgnoringCase("text/plain;charset=UTF-8");
			assertThat(text.body()).startsWith("Heapwise, ").contains("CRITICAL " + TITLE);
			Answer markdown = accepting(application, "text/markdown");
			assertThat(type(markdown)).isEqualToIgnoringCase("text/markdown;charset=UTF-8");
			assertThat(markdown.body()).startsWith("# Heapwise: ").contains("## CRITICAL: Route &lt;b&gt;GET");
			for (String accept : new String[] { "*/*", BROWSER, "application/json, text/plain, text/markdown, */*",
					"application/json" }) {
				assertThat(type(accepting(application, accept))).as(accept).isEqualTo("application/json");
			}
			assertThat(type(accepting(application, TextOrJson.ACTUATOR_JSON_TYPE)))
				.isEqualTo(TextOrJson.ACTUATOR_JSON_TYPE);
			assertThat(accepting(application, "image/png").status()).isEqualTo(406);
		}
	}

	@ParameterizedTest
	@MethodSource("io.github.heapwise.test.Surroundings#stacks")
	void theReportIsADownloadInWhichNamesAreText(Surroundings surroundings) {
		try (RunningApplication application = start(surroundings)) {
			Answer report = application.actuator("/memory/diagnosis/report.html", "Accept", BROWSER);
			assertThat(report.status()).isEqualTo(200);
			assertThat(type(report)).isEqualToIgnoringCase("text/html;charset=UTF-8");
			assertThat(report.header("Content-Disposition"))
				.matches("attachment; filename=\"shop-report-\\d{8}-\\d{6}Z\\.html\"");
			assertThat(report.header("Cache-Control")).isEqualTo("no-store");
			assertThat(report.header("Content-Security-Policy"))
				.isEqualTo("default-src 'none'; frame-ancestors 'none'");
			assertThat(report.body()).contains("Route &lt;b&gt;GET /a?b&amp;c&lt;/b&gt; holds &#39;all&#39; of it")
				.doesNotContain("<b>", "{{");
		}
	}

	@ParameterizedTest
	@MethodSource("io.github.heapwise.test.Surroundings#stacks")
	void theReportShowsWhereItAllocated(Surroundings surroundings) {
		try (RunningApplication application = start(surroundings)) {
			Awaitility.await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
				byte[][] garbage = new byte[512][];
				for (int i = 0; i < garbage.length; i++) {
					garbage[i] = new byte[64 * 1024];
				}
				assertThat(application.actuator("/memory/diagnosis/report.html").body()).contains("Where it allocated",
						"<title>all: ", garbage[0].getClass().getSimpleName());
			});
		}
	}

	@ParameterizedTest
	@MethodSource("io.github.heapwise.test.Surroundings#stacks")
	void anUnknownExportIsNamedWithThoseThereAre(Surroundings surroundings) {
		try (RunningApplication application = start(surroundings)) {
			Answer answer = application.actuator("/memory/diagnosis/passwords.txt");
			assertThat(answer.status()).isEqualTo(404);
			assertThat(json(answer).get("value").stringValue()).isEqualTo("passwords.txt");
			assertThat(json(answer).get("allowed").get(0).stringValue()).isEqualTo("report.html");
			assertThat(answer.header("Content-Disposition")).isNull();
		}
	}

	@ParameterizedTest
	@MethodSource("io.github.heapwise.test.Surroundings#stacks")
	void linksFollowTheEndpointsAndAreMissingWithoutPages(Surroundings surroundings) {
		try (RunningApplication application = start(surroundings,
				"management.endpoints.web.path-mapping.memorydiagnosis=doctor",
				"management.endpoints.web.path-mapping.memoryui=board/pages")) {
			JsonNode finding = find(json(application.actuator("/doctor")).get("findings"), "mine");
			assertThat(finding.get("next").get("url").stringValue()).startsWith("board/pages/allocations?route=");
		}
		try (RunningApplication application = start(surroundings,
				"management.endpoints.web.exposure.exclude=memoryui")) {
			JsonNode finding = find(json(application.actuator("/memory/diagnosis")).get("findings"), "mine");
			assertThat(finding.get("next").get("url")).isNull();
			assertThat(finding.get("next").get("page").stringValue()).isEqualTo("allocations");
		}
	}

	@Test
	void theEndpointIsNotThereUnlessItIsExposedAndPermitted() {
		try (RunningApplication application = RunningApplication.start(Surroundings.MVC, Host.class)) {
			assertThat(application.actuator("/memory/diagnosis").status()).isEqualTo(404);
		}
		try (RunningApplication application = start(Surroundings.MVC,
				"management.endpoint.memorydiagnosis.access=none")) {
			assertThat(application.actuator("/memory/diagnosis/report.html").status()).isEqualTo(404);
		}
	}

	@ParameterizedTest
	@MethodSource("io.github.heapwise.test.Surroundings#stacks")
	void healthTellsOfFindingsWhereItIsAskedFor(Surroundings surroundings) {
		String[] shown = { "management.endpoint.health.show-details=always",
				"management.endpoints.web.exposure.include=health" };
		try (RunningApplication application = start(surroundings, shown)) {
			assertThat(json(application.actuator("/health")).get("components").get("heapwise")).isNull();
		}
		try (RunningApplication application = start(surroundings,
				StringUtils.addStringToArray(shown, "management.health.heapwise.enabled=true"))) {
			JsonNode health = json(application.actuator("/health")).get("components").get("heapwise");
			assertThat(health.get("status").stringValue()).isEqualTo("UP");
			assertThat(health.get("details").get("verdict").stringValue()).isNotEmpty();
		}
	}

	private static JsonNode find(JsonNode rules, String id) {
		return rules.valueStream().filter((rule) -> rule.get("id").stringValue().equals(id)).findFirst().orElseThrow();
	}

	private static Answer accepting(RunningApplication application, String accept) {
		return application.actuator("/memory/diagnosis", "Accept", accept);
	}

	private static String type(Answer answer) {
		return String.valueOf(answer.header("Content-Type"));
	}

	private static JsonNode json(Answer answer) {
		return JsonMapper.shared().readTree(answer.body());
	}

	private static RunningApplication start(Surroundings surroundings, String... properties) {
		return RunningApplication.start(surroundings, Host.class, StringUtils.concatenateStringArrays(
				new String[] { "heapwise.expose=reads", "spring.application.name=shop" }, properties));
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Host {

		@Bean
		DiagnosisRule rule() {
			return new AlwaysFound();
		}

		@Bean
		Pages pages() {
			return new Pages();
		}

	}

	/**
	 * Stands for the pages, which are in another module.
	 */
	@WebEndpoint(id = "memoryui")
	static class Pages {

		@ReadOperation
		String page() {
			return "";
		}

	}

	static final class AlwaysFound implements DiagnosisRule {

		@Override
		public String id() {
			return "mine";
		}

		@Override
		public String title() {
			return "Mine";
		}

		@Override
		public Judgement judge(Signals signals) {
			Series series = new Series(new long[] { 1000, 2000, 3000 }, new double[] { 0.1, Double.NaN, 0.9 });
			Evidence evidence = new Evidence("share <of> it", 0.9, 0.5, "ratio", signals.window(), series);
			return Judgement.found(
					new Finding(TITLE, Severity.CRITICAL, Confidence.HIGH, 1, List.of(evidence), List.of("Hold less"),
							"leak", new NextStep("Who allocates", "allocations", Map.of("route", "GET /a?b&c"))));
		}

	}

}
