package io.github.heapwise.diagnosis.rule;

import java.util.List;

import io.github.heapwise.diagnosis.CollectorTroubles;
import io.github.heapwise.diagnosis.DiagnosisRule;
import io.github.heapwise.diagnosis.Severity;
import org.junit.jupiter.api.Test;

import static io.github.heapwise.diagnosis.rule.Applications.on;
import static io.github.heapwise.diagnosis.rule.Applications.repeated;
import static io.github.heapwise.diagnosis.rule.Applications.troubles;
import static io.github.heapwise.diagnosis.rule.Judged.found;
import static io.github.heapwise.diagnosis.rule.Judged.passed;
import static io.github.heapwise.diagnosis.rule.Judged.rule;
import static io.github.heapwise.diagnosis.rule.Judged.undecided;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ExplicitGc}.
 */
class ExplicitGcTests {

	private final DiagnosisRule rule = rule("explicit-gc");

	@Test
	void foundNamesTheCaller() {
		assertThat(
				found(this.rule, on("G1").troubles(troubles(0, 0, 0, "Other.call", "Reports.clean", "Reports.clean")))
					.title())
			.startsWith("System.gc() is called 3 times in 2 minutes, mostly by 'Reports.clean'");
	}

	@Test
	void twoAreGoodToKnow() {
		assertThat(found(this.rule, on("G1").troubles(troubles(0, 0, 0, "A.b", "A.b"))).severity())
			.isEqualTo(Severity.INFO);
	}

	@Test
	void threeAreAWarning() {
		assertThat(found(this.rule, on("G1").troubles(troubles(0, 0, 0, "A.b", "A.b", "A.b"))).severity())
			.isEqualTo(Severity.WARNING);
	}

	@Test
	void passesWithoutAny() {
		passed(this.rule, repeated(on("G1"), 5, (gc) -> gc));
	}

	@Test
	void isNotFooledByOurOwn() {
		passed(this.rule, on("G1").troubles(troubles(0, 0, 0, "io.github.heapwise.gc.CollectionRunner.run")));
	}

	@Test
	void isUndecidedWhereNobodyTellsOfCollections() {
		undecided(this.rule,
				on("G1").withoutCollections().troubles(new CollectorTroubles(false, 0, 0, 0, 0, 0, List.of())));
	}

	@Test
	void isToldByTheCauseWithoutRecording() {
		assertThat(
				found(this.rule,
						repeated(on("G1"), 30, (gc) -> gc.cause("System.gc()"))
							.troubles(new CollectorTroubles(false, 0, 0, 0, 0, 0, List.of())))
					.title())
			.contains("4 times");
	}

}
