package io.github.heapwise.diagnosis.rule;

import org.junit.jupiter.api.Test;

import static io.github.heapwise.diagnosis.rule.PerformanceSignals.healthy;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link PoolRule}.
 */
class PoolRuleTests {

	@Test
	void namesThePoolInWhichTasksWait() {
		assertThat(judge(healthy().pool("tomcat-8080", 10, 1, 120, 300).pool("mail", 4, 0.1, 0.1, 1)).warns().title())
			.isEqualTo("Tasks wait 120 ms for one of the 10 threads of pool 'tomcat-8080', which all work");
	}

	@Test
	void passesJustBelowAndFindsJustAbove() {
		judge(healthy().pool("tomcat-8080", 10, 1, 9.9, 99)).passes();
		judge(healthy().pool("tomcat-8080", 10, 0.8, 10, 99)).warns();
		judge(healthy().pool("tomcat-8080", 10, 0.79, 10, 99)).passes();
	}

	@Test
	void findsWhatOnlySomeTasksSuffer() {
		assertThat(judge(healthy().pool("tomcat-8080", 10, 0.9, 1, 100)).warns().title())
			.startsWith("One task in a hundred waits 100 ms");
	}

	@Test
	void takesNoPoolWithIdleThreadsForFull() {
		judge(healthy().cpu(2, 1).pool("tomcat-8080", 200, 0.05, 40, 300)).passes();
	}

	@Test
	void isOnlyInformedWhereMoreThreadsWouldNotHelp() {
		assertThat(judge(healthy().cpu(1.9, 0).pool("tomcat-8080", 10, 1, 120, 300)).informs().advice().get(0))
			.startsWith("Do not add threads");
	}

	@Test
	void isOnlyInformedOfAPoolThatDoesThingsInOrder() {
		assertThat(judge(healthy().pool("scheduling", 1, 1, 900, 5000)).informs().title())
			.isEqualTo("Tasks wait 900 ms for the only thread of pool 'scheduling'");
	}

	@Test
	void prefersThePoolThatMayHaveMoreThreads() {
		assertThat(judge(healthy().pool("scheduling", 1, 1, 900, 5000).pool("mail", 4, 1, 50, 90)).warns().title())
			.contains("'mail'");
	}

	@Test
	void passesWithoutPools() {
		judge(healthy()).passes();
	}

	@Test
	void cannotTellOfAnIdleApplication() {
		assertThat(judge(healthy().idle().pool("tomcat-8080", 10, 1, 120, 300)).lacks()).contains("idle");
	}

	private static RuleJudgement judge(PerformanceSignals signals) {
		return RuleJudgement.of("pool-saturated", signals);
	}

}
