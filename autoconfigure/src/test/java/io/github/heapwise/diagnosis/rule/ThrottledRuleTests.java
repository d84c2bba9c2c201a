package io.github.heapwise.diagnosis.rule;

import java.time.Duration;

import io.github.heapwise.diagnosis.Series;
import org.junit.jupiter.api.Test;

import static io.github.heapwise.diagnosis.SignalsBuilder.everySecond;
import static io.github.heapwise.diagnosis.rule.PerformanceSignals.healthy;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ThrottledRule}.
 */
class ThrottledRuleTests {

	@Test
	void saysForHowMuchOfTheTime() {
		assertThat(judge(healthy().throttled(everySecond((i) -> 0.23))).warns().title())
			.isEqualTo("The container kept the application from its CPUs in 23 % of all periods of its limit");
	}

	@Test
	void passesJustBelowAndFindsJustAbove() {
		judge(healthy().throttled(everySecond((i) -> 0.049))).passes();
		judge(healthy().throttled(everySecond((i) -> 0.0501))).warns();
	}

	@Test
	void doesNotCountTheStart() {
		judge(healthy().uptime(Duration.ofSeconds(60)).throttled(everySecond((i) -> (i < 80) ? 0.9 : 0))).passes();
	}

	@Test
	void cannotTellOutsideOfAContainer() {
		assertThat(judge(healthy().throttled(Series.EMPTY)).lacks()).contains("no container with a CPU limit");
	}

	private static RuleJudgement judge(PerformanceSignals signals) {
		return RuleJudgement.of("cpu-throttled", signals);
	}

}
