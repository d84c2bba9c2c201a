package io.github.heapwise.diagnosis.rule;

import java.time.Duration;

import io.github.heapwise.diagnosis.CollectionSignal.Kind;
import io.github.heapwise.diagnosis.DiagnosisRule;
import io.github.heapwise.diagnosis.Finding;
import io.github.heapwise.diagnosis.Severity;
import io.github.heapwise.diagnosis.SignalsBuilder;
import org.junit.jupiter.api.Test;

import static io.github.heapwise.diagnosis.rule.Applications.longLists;
import static io.github.heapwise.diagnosis.rule.Applications.machine;
import static io.github.heapwise.diagnosis.rule.Applications.on;
import static io.github.heapwise.diagnosis.rule.Applications.repeated;
import static io.github.heapwise.diagnosis.rule.CollectionBuilder.young;
import static io.github.heapwise.diagnosis.rule.Judged.found;
import static io.github.heapwise.diagnosis.rule.Judged.passed;
import static io.github.heapwise.diagnosis.rule.Judged.rule;
import static io.github.heapwise.diagnosis.rule.Judged.undecided;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link PrematurePromotion}.
 */
class PrematurePromotionTests {

	private final DiagnosisRule rule = rule("premature-promotion");

	@Test
	void foundSaysHowMuchDiesThere() {
		assertThat(found(this.rule, longLists()).title()).contains("'Reports.render'")
			.contains("get into the old generation and die there");
	}

	@Test
	void isGoodToKnowWhereItCostsLittle() {
		SignalsBuilder cheap = repeated(on("G1"), 1, (gc) -> gc.millis(5).old(350L).promoted(40L));
		assertThat(
				found(this.rule, repeated(cheap, 5, (gc) -> gc.kind(Kind.MIXED).old(100L).promoted(null))).severity())
			.isEqualTo(Severity.INFO);
	}

	@Test
	void isAWarningWhereSecondsHaveTooMuchOfPauses() {
		SignalsBuilder busy = repeated(on("G1"), 1, (gc) -> gc.millis(5).old(350L).promoted(40L));
		SignalsBuilder stopped = repeated(busy, 10, (gc) -> gc.kind(Kind.MIXED).millis(120).old(100L).promoted(null));
		Finding finding = found(this.rule, stopped);
		assertThat(finding.severity()).isEqualTo(Severity.WARNING);
		assertThat(finding.evidence()).last().satisfies((evidence) -> {
			assertThat(evidence.signal()).isEqualTo("Seconds with more than 100 ms of pauses");
			assertThat(evidence.observed()).isGreaterThan(evidence.threshold());
		});
	}

	@Test
	void isNotFooledByALeak() {
		SignalsBuilder leaking = on("G1");
		for (int i = 0; i < 100; i++) {
			leaking.collection(young().millis(150).old(100L + 4 * i).promoted(4L).at(110 - i));
		}
		passed(this.rule, leaking);
	}

	@Test
	void passesJustBelow() {
		passed(this.rule, repeated(on("G1"), 1, (gc) -> gc.millis(150).promoted(4L)));
	}

	@Test
	void foundJustAbove() {
		found(this.rule, repeated(on("G1"), 1, (gc) -> gc.millis(150).promoted(5L)));
	}

	@Test
	void passesWhereNothingIsPromotedAtAll() {
		passed(this.rule, repeated(on("ZGC"), 1, (gc) -> gc.kind(Kind.CONCURRENT).old(null).promoted(null)));
	}

	@Test
	void isUndecidedJustAfterTheStart() {
		assertThat(undecided(this.rule, on("G1").machine(machine("G1", Duration.ofSeconds(22), 512, 1024))).runFor())
			.isNotNull();
	}

}
