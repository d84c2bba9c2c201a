package io.github.heapwise.diagnosis.rule;

import java.util.List;

import io.github.heapwise.diagnosis.CollectorTroubles;
import io.github.heapwise.diagnosis.DiagnosisRule;
import io.github.heapwise.diagnosis.Severity;
import org.junit.jupiter.api.Test;

import static io.github.heapwise.diagnosis.rule.Applications.on;
import static io.github.heapwise.diagnosis.rule.Applications.troubles;
import static io.github.heapwise.diagnosis.rule.Judged.found;
import static io.github.heapwise.diagnosis.rule.Judged.passed;
import static io.github.heapwise.diagnosis.rule.Judged.rule;
import static io.github.heapwise.diagnosis.rule.Judged.undecided;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link EvacuationFailure}.
 */
class EvacuationFailureTests {

	private final DiagnosisRule rule = rule("evacuation-failure");

	@Test
	void foundSaysHowOften() {
		assertThat(found(this.rule, on("G1").troubles(troubles(4, 0, 0))).title()).startsWith("4 collections");
	}

	@Test
	void oneIsGoodToKnow() {
		assertThat(found(this.rule, on("G1").troubles(troubles(1, 0, 0))).severity()).isEqualTo(Severity.INFO);
	}

	@Test
	void twoAreAWarning() {
		assertThat(found(this.rule, on("G1").troubles(troubles(2, 0, 0))).severity()).isEqualTo(Severity.WARNING);
	}

	@Test
	void passesWithoutAny() {
		assertThat(passed(this.rule, on("G1")).evidence()).hasSize(1);
	}

	@Test
	void isUndecidedWithoutRecording() {
		undecided(this.rule, on("G1").troubles(new CollectorTroubles(false, 0, 0, 0, 0, 0, List.of())));
	}

}
