package io.github.heapwise.diagnosis.rule;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ApplicationFrame}.
 */
class ApplicationFrameTests {

	@Test
	void isTheInnermostThatIsNotOfTheJdkOrAFramework() {
		assertThat(ApplicationFrame.of(List.of(PerformanceSignals.BLOCKING_STACK))).isEqualTo("SlowRegistry.knows");
	}

	@Test
	void isTheInnermostOfAllWhereTheApplicationIsNotOnTheStack() {
		assertThat(ApplicationFrame.of(List.of("java.lang.Thread.sleep", "reactor.core.publisher.Mono.block")))
			.isEqualTo("Thread.sleep");
	}

	@Test
	void keepsTheNameOfAClassWithoutPackage() {
		assertThat(ApplicationFrame.of(List.of("Main.run"))).isEqualTo("Main.run");
		assertThat(ApplicationFrame.of(List.of("run"))).isEqualTo("run");
	}

	@Test
	void isNoneOfAnEmptyStack() {
		assertThat(ApplicationFrame.of(List.of())).isNull();
	}

}
