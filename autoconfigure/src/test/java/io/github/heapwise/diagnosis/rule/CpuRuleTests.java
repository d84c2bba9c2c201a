package io.github.heapwise.diagnosis.rule;

import io.github.heapwise.diagnosis.Confidence;
import org.junit.jupiter.api.Test;

import static io.github.heapwise.diagnosis.rule.PerformanceSignals.healthy;
import static io.github.heapwise.diagnosis.rule.PerformanceSignals.route;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link CpuRule}.
 */
class CpuRuleTests {

	@Test
	void namesTheRouteThatComputes() {
		assertThat(judge(healthy().cpu(1.95, 0.05).route(route("GET /", 150, 220, 0.2))).warns().title())
			.isEqualTo("GET / computes for 30 ms a request, and 1.9 of 2 processors are busy");
	}

	@Test
	void passesJustBelowAndFindsJustAbove() {
		judge(healthy().cpu(1.5, 0).route(route("GET /", 99, 220, 0.1))).passes();
		judge(healthy().cpu(1.5, 0).route(route("GET /", 100, 220, 0.1))).warns();
		judge(healthy().cpu(1.39, 0).route(route("GET /", 100, 220, 0.1))).passes();
	}

	@Test
	void takesManyCheapRequestsForCapacity() {
		assertThat(judge(healthy().cpu(1.95, 0).requests(4000).route(route("GET /", 3, 20, 0.15))).informs().title())
			.contains("cheap");
	}

	@Test
	void asksTheRouteThatUsesMostCpuNotTheSlowest() {
		assertThat(judge(
				healthy().cpu(1.95, 0).route(route("GET /", 3, 20, 0.5)).route(route("GET /report", 400, 900, 0.1)))
			.warns()
			.title()).startsWith("GET /report");
	}

	@Test
	void leavesOutWhatTheCollectorUses() {
		judge(healthy().cpu(1.95, 1.2).route(route("GET /", 150, 220, 0.2))).passes();
	}

	@Test
	void sharesOutTheCpuTimeOfTheProcessWhereNobodyCountsThatOfRequests() {
		assertThat(judge(healthy().cpu(1.9, 0).requests(60).route(route("GET /", 160, 220, null))).warns().confidence())
			.isEqualTo(Confidence.MEDIUM);
	}

	@Test
	void cannotTellOfAnIdleApplication() {
		assertThat(judge(healthy().idle()).lacks()).contains("idle");
	}

	private static RuleJudgement judge(PerformanceSignals signals) {
		return RuleJudgement.of("cpu-bound", signals);
	}

}
