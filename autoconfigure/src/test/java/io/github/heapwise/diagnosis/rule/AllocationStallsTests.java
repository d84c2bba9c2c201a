package io.github.heapwise.diagnosis.rule;

import java.util.List;

import io.github.heapwise.diagnosis.CollectionSignal.Kind;
import io.github.heapwise.diagnosis.CollectorTroubles;
import io.github.heapwise.diagnosis.DiagnosisRule;
import io.github.heapwise.diagnosis.Severity;
import org.junit.jupiter.api.Test;

import static io.github.heapwise.diagnosis.rule.Applications.on;
import static io.github.heapwise.diagnosis.rule.Applications.troubles;
import static io.github.heapwise.diagnosis.rule.CollectionBuilder.young;
import static io.github.heapwise.diagnosis.rule.Judged.found;
import static io.github.heapwise.diagnosis.rule.Judged.passed;
import static io.github.heapwise.diagnosis.rule.Judged.rule;
import static io.github.heapwise.diagnosis.rule.Judged.undecided;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link AllocationStalls}.
 */
class AllocationStallsTests {

	private final DiagnosisRule rule = rule("allocation-stalls");

	@Test
	void foundSaysHowLongThreadsWaited() {
		assertThat(found(this.rule, on("ZGC").troubles(troubles(0, 40, 900))).title()).contains("40 times")
			.contains("900 ms");
	}

	@Test
	void passesJustBelow() {
		passed(this.rule, on("ZGC").troubles(troubles(0, 1, 9)));
	}

	@Test
	void foundJustAbove() {
		assertThat(found(this.rule, on("ZGC").troubles(troubles(0, 1, 11))).severity()).isEqualTo(Severity.WARNING);
	}

	@Test
	void isCriticalWhereTheyWaitLong() {
		assertThat(found(this.rule, on("ZGC").troubles(troubles(0, 99, 9000))).severity()).isEqualTo(Severity.CRITICAL);
	}

	@Test
	void passesWithOtherCollectors() {
		passed(this.rule, on("G1").troubles(troubles(0, 40, 900)));
	}

	@Test
	void isUndecidedWithoutRecording() {
		undecided(this.rule, on("ZGC").troubles(new CollectorTroubles(false, 0, 0, 0, 0, 0, List.of())));
	}

	@Test
	void isToldByTheCauseWithoutRecording() {
		found(this.rule, on("ZGC").troubles(new CollectorTroubles(false, 0, 0, 0, 0, 0, List.of()))
			.collection(young().kind(Kind.CONCURRENT).cause("Allocation Stall").at(5)));
	}

}
