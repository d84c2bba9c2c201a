package io.github.heapwise.gc;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ExplicitCaller}.
 */
class ExplicitCallerTests {

	@Test
	void callerIsBelowTheMethodsOfTheJdkThatPassTheCallOn() {
		assertThat(ExplicitCaller
			.of(List.of("java.lang.Runtime.gc", "java.lang.System.gc", "com.acme.Report.run", "com.acme.Main.main")))
			.isEqualTo("com.acme.Report.run");
	}

	@Test
	void callerMayBeTheJdkItself() {
		assertThat(ExplicitCaller.of(List.of("java.lang.Runtime.gc", "java.lang.System.gc",
				"java.nio.Bits.reserveMemory", "com.acme.Report.run")))
			.isEqualTo("java.nio.Bits.reserveMemory");
	}

	@Test
	void callerIsUnknownWithoutAStack() {
		assertThat(ExplicitCaller.of(List.of())).isEqualTo(ExplicitCaller.UNKNOWN);
		assertThat(ExplicitCaller.of(List.of("java.lang.Runtime.gc"))).isEqualTo(ExplicitCaller.UNKNOWN);
	}

}
