package io.github.heapwise.diagnosis.rule;

import io.github.heapwise.diagnosis.Confidence;
import io.github.heapwise.diagnosis.DiagnosisRule;
import io.github.heapwise.diagnosis.DumpSignal;
import io.github.heapwise.diagnosis.Finding;
import io.github.heapwise.diagnosis.Series;
import io.github.heapwise.diagnosis.Severity;
import io.github.heapwise.diagnosis.SignalsBuilder;
import io.github.heapwise.diagnosis.SurvivorSignal;
import org.junit.jupiter.api.Test;

import static io.github.heapwise.diagnosis.SignalsBuilder.END;
import static io.github.heapwise.diagnosis.SignalsBuilder.dump;
import static io.github.heapwise.diagnosis.rule.Applications.bloat;
import static io.github.heapwise.diagnosis.rule.Applications.on;
import static io.github.heapwise.diagnosis.rule.Applications.repeated;
import static io.github.heapwise.diagnosis.rule.Applications.survivors;
import static io.github.heapwise.diagnosis.rule.CollectionBuilder.young;
import static io.github.heapwise.diagnosis.rule.Judged.found;
import static io.github.heapwise.diagnosis.rule.Judged.passed;
import static io.github.heapwise.diagnosis.rule.Judged.rule;
import static io.github.heapwise.diagnosis.rule.Judged.undecided;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

/**
 * Tests for {@link LiveNearLimit}.
 */
class LiveNearLimitTests {

	private final DiagnosisRule rule = rule("live-near-limit");

	@Test
	void foundSaysHowMuchIsLeft() {
		assertThat(found(this.rule, bloat()).title()).contains("435 MiB of its 512 MiB").contains("77 MiB is left");
	}

	@Test
	void foundNamesWhoHeldMostInTheLastHeapDump() {
		Finding found = found(this.rule, bloat().dump(dump()));
		assertThat(found.title())
			.endsWith("; in the last analysed heap dump 'shop.Orders.all' held 95 % of all that was alive");
		assertThat(found.evidence())
			.anyMatch((number) -> number.signal().contains("shop.Orders.all") && number.observed() == 0.95);
		assertThat(found.next().page()).isEqualTo("heapdump");
		assertThat(found.next().parameters()).containsExactly(entry("id", "dump-1"));
	}

	@Test
	void foundLeadsToADumpThatDoesNotTellWhoHoldsMuch() {
		Finding found = found(this.rule, bloat().dump(new DumpSignal("dump-1", END, null, null, null)));
		assertThat(found.title()).endsWith("is left to work with");
		assertThat(found.next().page()).isEqualTo("heapdump");
	}

	@Test
	void passesJustBelow() {
		passed(this.rule, on("G1").survivors(survivors(409, 0, Confidence.HIGH, Series.EMPTY)));
	}

	@Test
	void foundJustAbove() {
		assertThat(found(this.rule, on("G1").survivors(survivors(410, 0, Confidence.HIGH, Series.EMPTY))).severity())
			.isEqualTo(Severity.WARNING);
	}

	@Test
	void isCriticalWhereHardlyAnythingIsLeft() {
		assertThat(found(this.rule, on("G1").survivors(survivors(480, 0, Confidence.HIGH, Series.EMPTY))).severity())
			.isEqualTo(Severity.CRITICAL);
	}

	@Test
	void isNotFooledByGarbageThatALaterCollectionTook() {
		passed(this.rule, bloat().collection(young().heap(480, 120).at(1)));
	}

	@Test
	void doesNotTakeWhatWasLeftLongAgoForTheLiveSet() {
		SignalsBuilder grown = on("G1").collection(young().heap(200, 50).at(119));
		found(this.rule, repeated(grown, 2, (gc) -> gc.heap(480, 440))
			.survivors(survivors(435, 0, Confidence.HIGH, Series.EMPTY)));
	}

	@Test
	void isUndecidedBeforeACollectionOfTheOldGeneration() {
		SurvivorSignal none = new SurvivorSignal(null, null, null, null, Confidence.LOW, "Too few", Series.EMPTY);
		undecided(this.rule, on("G1").survivors(none));
	}

}
