package io.github.heapwise.diagnosis.rule;

import java.time.Duration;

import io.github.heapwise.diagnosis.SignalsBuilder;
import org.junit.jupiter.api.Test;

import static io.github.heapwise.diagnosis.rule.PerformanceSignals.healthy;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link StallRule}.
 */
class StallRuleTests {

	@Test
	void warnsOfStallsThatNothingExplains() {
		assertThat(judge(healthy().stalls(340, 7, 0.1)).warns().title())
			.isEqualTo("All threads stood still for up to 340 ms in 7 of 120 seconds");
	}

	@Test
	void passesJustBelowTheMaximumAndFindsJustAboveIt() {
		judge(healthy().stalls(99.9, 10, 9.9)).passes();
		judge(healthy().stalls(100, 10, 9.9)).warns();
	}

	@Test
	void warnsOfAMedianThatIsTooLongEvenIfNoDelayIs() {
		assertThat(judge(healthy().stalls(60, 100, 10)).warns().title())
			.isEqualTo("Threads are late by 10 ms as a rule, and by up to 60 ms");
	}

	@Test
	void isOnlyInformedOfTwoHiccupsInTwoMinutes() {
		judge(healthy().stalls(900, 2, 0.1)).informs();
	}

	@Test
	void leavesPausesToTheRulesAboutTheCollector() {
		assertThat(judge(healthy().stalls(300, 10, 0.1).pauses(10, 290)).informs().title())
			.endsWith(": the collector stopped them");
	}

	@Test
	void isNotCalmedByPausesThatAreFewerThanStalls() {
		judge(healthy().stalls(300, 10, 0.1).pauses(4, 290)).warns();
	}

	@Test
	void countsOnlyStallsThatPausesLeaveUnexplained() {
		judge(healthy().stalls(300, 10, 0.1).pauses(8, 290)).informs();
	}

	@Test
	void comesBeforeSlowRequestsWhereItIsTheRule() {
		double rarely = judge(healthy().stalls(300, 10, 0.1)).warns().impact();
		assertThat(judge(healthy().stalls(300, 40, 0.1)).warns().impact()).isGreaterThan(rarely);
	}

	@Test
	void leavesBusyProcessorsAndThrottlingToTheirRules() {
		assertThat(judge(healthy().stalls(300, 10, 0.1).cpu(1.9, 0)).informs().title())
			.endsWith(": the processors are fully used");
		assertThat(judge(healthy().stalls(300, 10, 0.1).throttled(SignalsBuilder.everySecond((i) -> 0.3))).informs()
			.title()).endsWith(": the container was kept from its CPUs");
	}

	@Test
	void judgesAnIdleApplicationToo() {
		judge(healthy().idle().stalls(300, 10, 0.1)).warns();
	}

	@Test
	void cannotTellWhileTheApplicationWarmsUp() {
		assertThat(judge(healthy().uptime(Duration.ofSeconds(29)).stalls(300, 10, 0.1)).lacks())
			.contains("just started");
		judge(healthy().uptime(Duration.ofSeconds(30)).stalls(300, 10, 0.1)).warns();
	}

	private static RuleJudgement judge(PerformanceSignals signals) {
		return RuleJudgement.of("stall", signals);
	}

}
