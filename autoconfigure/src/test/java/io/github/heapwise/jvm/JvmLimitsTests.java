package io.github.heapwise.jvm;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link JvmLimits}.
 */
class JvmLimitsTests {

	@Test
	void limitsAreThoseThatAreSet() {
		assertThat(JvmLimits.of(1000L, 512L, 5000)).isEqualTo(new JvmLimits(1000L, 512 << 10));
	}

	@Test
	void directBuffersMayTakeAsMuchAsTheHeapByDefault() {
		assertThat(JvmLimits.of(0L, 0L, 5000)).isEqualTo(new JvmLimits(5000L, 1 << 20));
	}

	@Test
	void jvmThatDoesNotKnowTheOptionsHasUnknownDirectMemory() {
		assertThat(JvmLimits.of(null, null, 5000)).isEqualTo(new JvmLimits(null, 1 << 20));
	}

	@Test
	void thisJvmTellsBoth() {
		JvmLimits limits = JvmLimits.read();
		assertThat(limits.directBytes()).isPositive();
		assertThat(limits.stackBytes()).isGreaterThanOrEqualTo(64 << 10);
	}

}
