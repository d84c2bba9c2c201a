package io.github.heapwise.diagnosis.rule;

import java.time.Duration;

import io.github.heapwise.diagnosis.CollectionSignal.Kind;
import io.github.heapwise.diagnosis.DiagnosisRule;
import io.github.heapwise.diagnosis.Severity;
import org.junit.jupiter.api.Test;

import static io.github.heapwise.diagnosis.rule.Applications.machine;
import static io.github.heapwise.diagnosis.rule.Applications.on;
import static io.github.heapwise.diagnosis.rule.Applications.repeated;
import static io.github.heapwise.diagnosis.rule.CollectionBuilder.full;
import static io.github.heapwise.diagnosis.rule.CollectionBuilder.young;
import static io.github.heapwise.diagnosis.rule.Judged.found;
import static io.github.heapwise.diagnosis.rule.Judged.passed;
import static io.github.heapwise.diagnosis.rule.Judged.rule;
import static io.github.heapwise.diagnosis.rule.Judged.undecided;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link LongPauses}.
 */
class LongPausesTests {

	private final DiagnosisRule rule = rule("long-pauses");

	@Test
	void foundSaysHowLongAndWhy() {
		assertThat(found(this.rule, on("G1").collection(young().millis(1500).at(20))).title())
			.isEqualTo("The collector stopped the whole application for 1500 ms ('G1 Evacuation Pause') once");
	}

	@Test
	void oneThatIsJustLongIsGoodToKnow() {
		assertThat(found(this.rule, on("G1").collection(young().millis(201).at(20))).severity())
			.isEqualTo(Severity.INFO);
	}

	@Test
	void twoAreAWarning() {
		assertThat(
				found(this.rule, on("G1").collection(young().millis(201).at(20)).collection(young().millis(201).at(10)))
					.severity())
			.isEqualTo(Severity.WARNING);
	}

	@Test
	void isUndecidedWhereNobodyTellsOfCollections() {
		undecided(this.rule, on("G1").withoutCollections());
	}

	@Test
	void passesJustBelow() {
		passed(this.rule, repeated(on("G1"), 10, (gc) -> gc.millis(199)));
	}

	@Test
	void isNotFooledByWhatSomebodyAskedFor() {
		passed(this.rule, on("G1").collection(full().cause("System.gc()").millis(2000).at(20))
			.collection(full().cause("Heap Dump Initiated GC").millis(2000).at(10)));
	}

	@Test
	void isNotFooledByACycleBesideTheApplication() {
		passed(this.rule, repeated(on("ZGC"), 5, (gc) -> gc.kind(Kind.CONCURRENT).millis(3000)));
	}

	@Test
	void isUndecidedJustAfterTheStart() {
		assertThat(undecided(this.rule, on("G1").machine(machine("G1", Duration.ofSeconds(22), 512, 1024))).runFor())
			.isNotNull();
	}

}
