package io.github.heapwise.diagnosis.rule;

import io.github.heapwise.diagnosis.Confidence;
import org.junit.jupiter.api.Test;

import static io.github.heapwise.diagnosis.rule.PerformanceSignals.healthy;
import static io.github.heapwise.diagnosis.rule.PerformanceSignals.route;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link WaitingRule}.
 */
class WaitingRuleTests {

	@Test
	void namesTheRouteThatWaitsAndSaysThatMemoryIsNotTheProblem() {
		assertThat(judge(healthy().cpu(0.2, 0.1).route(route("GET /", 212, 260, 0.02))).warns().title())
			.isEqualTo("GET / waits 98 % of its 212 ms while 1.9 of 2 processors are idle: not a problem of memory");
	}

	@Test
	void passesJustBelowAndFindsJustAbove() {
		judge(healthy().route(route("GET /", 99, 260, 0.02))).passes();
		judge(healthy().route(route("GET /", 100, 260, 0.02))).warns();
		judge(healthy().route(route("GET /", 100, 260, 0.21))).passes();
		judge(healthy().cpu(1.01, 0).route(route("GET /", 100, 260, 0.02))).passes();
	}

	@Test
	void passesIfFewerWaitThanThereAreProcessors() {
		judge(healthy().requests(9).route(route("GET /", 212, 260, 0.0))).passes();
		judge(healthy().requests(10).route(route("GET /", 212, 260, 0.0))).warns();
	}

	@Test
	void leavesOutWhatTheCollectorUses() {
		judge(healthy().cpu(1.9, 1.5).route(route("GET /", 212, 260, 0.02))).warns();
	}

	@Test
	void cannotTellWhileOtherProcessesUseTheProcessors() {
		assertThat(judge(healthy().cpu(0.4, 0).othersCpu(1.2).route(route("GET /", 212, 260, 0.02))).lacks()).isEqualTo(
				"Only 0.4 of 2 processors were idle, as other processes used them too: requests may wait for one");
		assertThat(judge(healthy().cpu(0.4, 0).othersCpu(1.1).route(route("GET /", 212, 260, 0.02))).warns().title())
			.contains("while 0.5 of 2 processors are idle");
	}

	@Test
	void cannotTellWhileTheCollectorStopsTheApplication() {
		assertThat(judge(healthy().route(route("GET /", 1100, 2000, 0.02)).pauses(60, 250)).lacks())
			.startsWith("The collector stopped the application for 12.5 % of the time");
	}

	@Test
	void isLessSureWhereNobodyCountsCpuTime() {
		assertThat(judge(healthy().route(route("GET /", 212, 260, null))).warns().confidence())
			.isEqualTo(Confidence.MEDIUM);
	}

	@Test
	void isNotFooledByRequestsThatWaitForAProcessor() {
		judge(healthy().cpu(1.9, 0).route(route("GET /", 160, 220, 0.19))).passes();
	}

	@Test
	void takesLongPollingForNoFault() {
		judge(healthy().route(route("GET /", 3, 20, 0.4)).route(route("GET /news", 25_000, 25_000, 0.0))).passes();
	}

	@Test
	void cannotTellWithoutRequestsOrLoad() {
		assertThat(judge(healthy()).lacks()).contains("not measured");
		assertThat(judge(healthy().idle()).lacks()).contains("idle");
	}

	private static RuleJudgement judge(PerformanceSignals signals) {
		return RuleJudgement.of("waiting-on-io", signals);
	}

}
