package io.github.heapwise.diagnosis.rule;

import java.time.Duration;

import io.github.heapwise.diagnosis.DiagnosisRule;
import io.github.heapwise.diagnosis.Severity;
import org.junit.jupiter.api.Test;

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
 * Tests for {@link GcTime}.
 */
class GcTimeTests {

	private final DiagnosisRule rule = rule("gc-time");

	@Test
	void foundDrawsTheSeconds() {
		assertThat(found(this.rule, repeated(on("G1"), 10, (gc) -> gc.millis(150))).evidence().get(0).series())
			.isNotNull()
			.satisfies((series) -> assertThat(series.max()).isEqualTo(150));
	}

	@Test
	void aBudgetMayBeAFractionOfAMillisecond() {
		DiagnosisRule strict = new GcTime(new MemoryThresholds.GcTime(Duration.ofNanos(1_500_000), 3),
				new CollectorWorks(Duration.ofSeconds(20)));
		passed(strict, repeated(on("G1"), 1, (gc) -> gc.millis(1.4)));
		found(strict, repeated(on("G1"), 1, (gc) -> gc.millis(1.6)));
	}

	@Test
	void sumsShortPausesOfASecond() {
		found(this.rule, repeated(on("G1"), 0.1, (gc) -> gc.millis(11)));
	}

	@Test
	void passesJustBelow() {
		passed(this.rule, repeated(on("G1"), 1, (gc) -> gc.millis(99)));
	}

	@Test
	void foundJustAbove() {
		assertThat(found(this.rule, repeated(on("G1"), 1, (gc) -> gc.millis(101))).severity())
			.isEqualTo(Severity.WARNING);
	}

	@Test
	void aSecondOrTwoAreGoodToKnow() {
		assertThat(found(this.rule, on("G1").collection(young().millis(150).at(30))).severity())
			.isEqualTo(Severity.INFO);
	}

	@Test
	void aFewSecondsInSomeMinutesAreGoodToKnow() {
		assertThat(found(this.rule, repeated(on("G1"), 30, (gc) -> gc.millis(150))).severity())
			.isEqualTo(Severity.INFO);
	}

	@Test
	void aLongPauseCountsInEachSecondItTouches() {
		assertThat(found(this.rule, on("G1").collection(young().millis(2500).at(30))).title()).contains("up to 1000 ms")
			.contains("in 3 of 120 seconds");
	}

	@Test
	void isUndecidedJustAfterTheStart() {
		assertThat(undecided(this.rule, on("G1").machine(machine("G1", Duration.ofSeconds(22), 512, 1024))).runFor())
			.isNotNull();
	}

}
