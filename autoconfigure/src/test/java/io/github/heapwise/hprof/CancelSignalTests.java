package io.github.heapwise.hprof;

import java.util.concurrent.CancellationException;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

/**
 * Tests for {@link CancelSignal}.
 */
class CancelSignalTests {

	@Test
	void reasonBecomesTheMessage() {
		CancelSignal signal = () -> "Analysis took longer than 10 minutes";
		assertThatExceptionOfType(CancellationException.class).isThrownBy(signal::check)
			.withMessage("Analysis took longer than 10 minutes");
	}

	@Test
	void withoutReasonWorkGoesOn() {
		assertThatNoException().isThrownBy(CancelSignal.NEVER::check);
	}

}
