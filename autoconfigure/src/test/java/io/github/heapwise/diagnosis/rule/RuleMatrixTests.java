package io.github.heapwise.diagnosis.rule;

import java.time.Duration;
import java.util.stream.Stream;

import io.github.heapwise.diagnosis.Diagnosis;
import io.github.heapwise.diagnosis.RouteSignal;
import io.github.heapwise.diagnosis.RuleBook;
import io.github.heapwise.diagnosis.Severity;
import io.github.heapwise.diagnosis.SignalsBuilder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static io.github.heapwise.diagnosis.rule.PerformanceSignals.healthy;
import static io.github.heapwise.diagnosis.rule.PerformanceSignals.route;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/**
 * Tests that of all rules the one for a fault comes first, and none warns of what is no
 * fault.
 */
class RuleMatrixTests {

	private static final RouteSignal QUICK = route("GET /", 3, 20, 0.4);

	static Stream<Arguments> faults() {
		return Stream.of(arguments("stall", healthy().route(QUICK).stalls(400, 20, 1)),
				arguments("pool-saturated",
						healthy().route(route("GET /", 90, 400, 0.1)).pool("tomcat-8080", 10, 1, 120, 300)),
				arguments("loop-blocked",
						healthy().route(route("GET /", 900, 1200, null))
							.loop(180, 212, 100, PerformanceSignals.BLOCKING_STACK)),
				arguments("threads-pinned",
						healthy().requests(10)
							.route(route("GET /", 1000, 1200, 0.001))
							.pool("ForkJoinPool-1", 2, 1, 200, 900)
							.pinned(1200, 55)),
				arguments("waiting-on-io", healthy().route(route("GET /", 212, 260, 0.02))),
				arguments("cpu-bound",
						healthy().cpu(1.9, 0).requests(60).route(route("GET /", 160, 220, 0.19)).stalls(120, 5, 12)),
				arguments("cpu-throttled",
						healthy().cpu(0.5, 0).throttled(SignalsBuilder.everySecond((i) -> 0.4)).stalls(80, 100, 2)),
				arguments("slow-by-pauses",
						healthy().route(new RouteSignal("GET /", 6000, 0, 3_000_000, 300_000_000, null, null, 0.4, 1))
							.pauses(20, 290)
							.stalls(290, 20, 0.1)));
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("faults")
	void ownRuleWarnsFirst(String rule, PerformanceSignals signals) {
		Diagnosis diagnosis = diagnose(signals);
		Diagnosis.Found first = diagnosis.findings().get(0);
		assertThat(first.rule()).as(diagnosis.verdict()).isEqualTo(rule);
		assertThat(first.finding().severity()).isEqualTo(Severity.WARNING);
		assertThat(diagnosis.verdict()).startsWith(first.finding().title());
	}

	static Stream<Arguments> healthyApplications() {
		return Stream.of(arguments("idle", healthy().idle()), arguments("load", healthy().route(QUICK)),
				arguments("all the load it stands",
						healthy().cpu(1.95, 0.1)
							.requests(4000)
							.route(route("GET /", 3, 20, 0.15))
							.pool("tomcat-8080", 10, 1, 15, 40)),
				arguments("virtual threads under all the load they stand",
						healthy().cpu(1.95, 0.1)
							.requests(4000)
							.route(route("GET /", 3, 20, 0.15))
							.pool("ForkJoinPool-1", 2, 1, 15, 120)),
				arguments("warm-up",
						healthy().uptime(Duration.ofSeconds(25))
							.cpu(2, 0.2)
							.stalls(300, 25, 15)
							.route(route("GET /", 40, 900, 0.5))
							.loop(60, 400, 25, "com.example.App.start")),
				arguments("allocates fast",
						healthy().cpu(1.2, 0.2)
							.allocated(1e9)
							.requests(1500)
							.route(route("GET /", 2, 9, 0.5))
							.route(route("GET /simple", 1, 2, 0.5))
							.pauses(200, 4)),
				arguments("database answers in 40 ms",
						healthy().requests(500).cpu(0.8, 0).route(route("GET /", 42, 120, 0.03))),
				arguments("slow route that is seldom called",
						healthy().route(QUICK)
							.route(new RouteSignal("POST /pay", 60, 0, 900_000_000L, 2_000_000_000L, null, null, 0.01,
									1))),
				arguments("long polling", healthy().requests(10).route(route("GET /news", 30_000, 30_000, 0.0))),
				arguments("one hiccup", healthy().route(QUICK).stalls(800, 1, 0.1).loop(2, 800, 1, "A.b")),
				arguments("one long pause",
						healthy().route(new RouteSignal("GET /", 6000, 0, 3_000_000, 400_000_000, null, null, 0.4, 1))
							.pauses(1, 400)
							.stalls(400, 1, 0.1)),
				arguments("scheduler with one thread", healthy().route(QUICK).pool("scheduling", 1, 1, 900, 5000)),
				arguments("a class is initialized on virtual threads", healthy().route(QUICK).pinned(4, 120)));
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("healthyApplications")
	void noRuleWarnsOfWhatIsHealthy(String name, PerformanceSignals signals) {
		assertThat(diagnose(signals).findings()).as(name)
			.allSatisfy((found) -> assertThat(found.finding().severity()).as(found.finding().title())
				.isEqualTo(Severity.INFO));
	}

	private static Diagnosis diagnose(PerformanceSignals signals) {
		Diagnosis diagnosis = new RuleBook(PerformanceRules.all(PerformanceThresholds.DEFAULTS))
			.diagnose(signals.build());
		diagnosis.findings().forEach((found) -> Drawn.asMeasured(found.finding().evidence()));
		diagnosis.passed().forEach((passed) -> Drawn.asMeasured(passed.evidence()));
		return diagnosis;
	}

}
