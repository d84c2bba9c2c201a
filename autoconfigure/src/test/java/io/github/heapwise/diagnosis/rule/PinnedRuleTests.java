package io.github.heapwise.diagnosis.rule;

import java.util.List;

import io.github.heapwise.diagnosis.WaitSignals.Blocked;
import org.junit.jupiter.api.Test;

import static io.github.heapwise.diagnosis.rule.PerformanceSignals.healthy;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link PinnedRule}.
 */
class PinnedRuleTests {

	@Test
	void namesTheFunctionThatPins() {
		assertThat(judge(healthy().pinned(2400, 55)).warns().title())
			.isEqualTo("SlowRegistry.knows pins virtual threads to their carriers 20 times a second, for up to 55 ms");
	}

	@Test
	void isOnlyInformedJustBelowAndWarnsJustAbove() {
		judge(healthy().pinned(59, 55)).informs();
		judge(healthy().pinned(60, 55)).warns();
	}

	@Test
	void saysThatThreadsArePinnedWhereThereIsNoStack() {
		assertThat(judge(healthy().pinned(new Blocked(120, 30_000_000, List.of()))).warns().title())
			.isEqualTo("Virtual threads are pinned to their carriers 1 times a second, for up to 30 ms");
	}

	@Test
	void passesIfNoneIsPinned() {
		judge(healthy()).passes();
	}

	@Test
	void cannotTellWhereNobodyTells() {
		assertThat(judge(healthy().pinned(null)).lacks()).contains("Java 21");
	}

	@Test
	void cannotTellOfAnIdleApplication() {
		assertThat(judge(healthy().idle()).lacks()).contains("idle");
	}

	private static RuleJudgement judge(PerformanceSignals signals) {
		return RuleJudgement.of("threads-pinned", signals);
	}

}
