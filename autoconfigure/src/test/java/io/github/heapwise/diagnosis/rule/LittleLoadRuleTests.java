package io.github.heapwise.diagnosis.rule;

import org.junit.jupiter.api.Test;

import static io.github.heapwise.diagnosis.rule.PerformanceSignals.healthy;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link LittleLoadRule}.
 */
class LittleLoadRuleTests {

	@Test
	void saysHowLittleItIs() {
		assertThat(judge(healthy().idle()).informs().title())
			.isEqualTo("Too little load to judge performance: 0.1 requests a second in 120 s");
	}

	@Test
	void informsJustBelowAndPassesJustAbove() {
		judge(healthy().requests(0.82)).informs();
		judge(healthy().requests(0.84)).passes();
	}

	private static RuleJudgement judge(PerformanceSignals signals) {
		return RuleJudgement.of("too-little-load", signals);
	}

}
