package io.github.heapwise.diagnosis.rule;

import io.github.heapwise.diagnosis.RouteSignal;
import org.junit.jupiter.api.Test;

import static io.github.heapwise.diagnosis.rule.PerformanceSignals.healthy;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link SlowByPausesRule}.
 */
class SlowByPausesRuleTests {

	@Test
	void namesTheRouteThatIsStopped() {
		assertThat(judge(healthy().route(slow(300, 0.9)).pauses(20, 290)).warns().title())
			.isEqualTo("The slowest requests of GET / take 300 ms instead of 10 ms because the collector stops them");
	}

	@Test
	void passesJustBelowAndFindsJustAbove() {
		judge(healthy().route(slow(109, 1)).pauses(20, 100)).passes();
		judge(healthy().route(slow(110, 1)).pauses(20, 100)).warns();
		judge(healthy().route(slow(110, 0.49)).pauses(20, 100)).passes();
		judge(healthy().route(slow(110, 1)).pauses(20, 49)).passes();
	}

	@Test
	void isNotFooledByShortPausesInLongRequests() {
		judge(healthy().route(slow(2000, 1)).pauses(100, 5)).passes();
	}

	@Test
	void addsUpPausesThatFollowEachOther() {
		judge(healthy().route(slow(1010, 1)).pauses(1000, 60)).warns();
	}

	@Test
	void isOnlyInformedOfOnePause() {
		judge(healthy().route(slow(400, 1)).pauses(1, 400)).informs();
	}

	@Test
	void cannotTellOfFewRequests() {
		assertThat(judge(healthy().route(new RouteSignal("GET /", 299, 0, 1, 1, null, null, null, 0))).lacks())
			.isEqualTo("No route had 300 requests");
	}

	private static RouteSignal slow(long p99Millis, double pausedRatio) {
		return new RouteSignal("GET /", 6000, 0, 10_000_000, 1_000_000 * p99Millis, null, null, 0.4, pausedRatio);
	}

	private static RuleJudgement judge(PerformanceSignals signals) {
		return RuleJudgement.of("slow-by-pauses", signals);
	}

}
