package io.github.heapwise.diagnosis.rule;

import io.github.heapwise.diagnosis.Finding;
import org.junit.jupiter.api.Test;

import static io.github.heapwise.diagnosis.rule.PerformanceSignals.healthy;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link LoopRule}.
 */
class LoopRuleTests {

	private static final String[] STACK = PerformanceSignals.BLOCKING_STACK;

	@Test
	void namesTheFunctionThatBlocksTheLoop() {
		Finding finding = judge(healthy().loop(180, 212, 100, STACK)).warns();
		assertThat(finding.title())
			.isEqualTo("SlowRegistry.knows blocks event loop 'reactor-http-epoll-1' for up to 212 ms");
		assertThat(finding.advice().get(0)).contains("'SlowRegistry.knows'");
	}

	@Test
	void passesJustBelowAndFindsJustAbove() {
		judge(healthy().loop(49.9, 99.9, 100, STACK)).passes();
		judge(healthy().loop(50, 99.9, 100, STACK)).warns();
		judge(healthy().loop(49.9, 100, 3, STACK)).warns();
	}

	@Test
	void isOnlyInformedOfWhatHappenedTwice() {
		judge(healthy().loop(5, 700, 2, STACK)).informs();
	}

	@Test
	void leavesPausesToTheRulesAboutTheCollector() {
		judge(healthy().loop(60, 300, 10, STACK).pauses(10, 290)).informs();
	}

	@Test
	void isOnlyInformedWhereNobodyBlocksAndTheProcessorsAreBusy() {
		judge(healthy().cpu(1.9, 0).loop(60, 110, 20)).informs();
		judge(healthy().cpu(1.9, 0).loop(60, 110, 20, STACK)).warns();
	}

	@Test
	void passesWithoutLoops() {
		judge(healthy()).passes();
	}

	@Test
	void cannotTellOfAnIdleApplication() {
		assertThat(judge(healthy().idle().loop(180, 212, 100, STACK)).lacks()).contains("idle");
	}

	private static RuleJudgement judge(PerformanceSignals signals) {
		return RuleJudgement.of("loop-blocked", signals);
	}

}
