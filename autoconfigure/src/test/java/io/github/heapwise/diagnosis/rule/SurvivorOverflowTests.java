package io.github.heapwise.diagnosis.rule;

import io.github.heapwise.diagnosis.DiagnosisRule;
import io.github.heapwise.diagnosis.Severity;
import org.junit.jupiter.api.Test;

import static io.github.heapwise.diagnosis.rule.Applications.on;
import static io.github.heapwise.diagnosis.rule.Applications.repeated;
import static io.github.heapwise.diagnosis.rule.Judged.found;
import static io.github.heapwise.diagnosis.rule.Judged.passed;
import static io.github.heapwise.diagnosis.rule.Judged.rule;
import static io.github.heapwise.diagnosis.rule.Judged.undecided;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link SurvivorOverflow}.
 */
class SurvivorOverflowTests {

	private final DiagnosisRule rule = rule("survivor-overflow");

	@Test
	void foundSaysHowOften() {
		assertThat(found(this.rule, repeated(on("Serial"), 1, (gc) -> gc.survivor(10, 10).promoted(3L))).title())
			.contains("100 % of collections");
	}

	@Test
	void isGoodToKnowWhereItCostsLittle() {
		assertThat(found(this.rule, repeated(on("Parallel"), 1, (gc) -> gc.survivor(10, 10))).severity())
			.isEqualTo(Severity.INFO);
	}

	@Test
	void isNotFooledByG1WhoseSpacesAreAlwaysFull() {
		passed(this.rule, repeated(on("G1"), 1, (gc) -> gc.survivor(10, 10)));
	}

	@Test
	void passesJustBelowAFullSpace() {
		passed(this.rule, repeated(on("Serial"), 1, (gc) -> gc.survivor(94, 100)));
	}

	@Test
	void foundJustAboveAFullSpace() {
		found(this.rule, repeated(on("Serial"), 1, (gc) -> gc.survivor(96, 100)));
	}

	@Test
	void isUndecidedWithoutAnyCollection() {
		undecided(this.rule, on("Serial"));
		undecided(this.rule, on("Serial").withoutCollections());
	}

}
