package io.github.heapwise.diagnosis.rule;

import java.time.Duration;

import io.github.heapwise.diagnosis.DiagnosisRule;
import io.github.heapwise.diagnosis.MachineFacts;
import io.github.heapwise.diagnosis.Severity;
import org.junit.jupiter.api.Test;

import static io.github.heapwise.diagnosis.rule.Applications.machine;
import static io.github.heapwise.diagnosis.rule.Applications.on;
import static io.github.heapwise.diagnosis.rule.CollectionBuilder.MB;
import static io.github.heapwise.diagnosis.rule.Judged.found;
import static io.github.heapwise.diagnosis.rule.Judged.passed;
import static io.github.heapwise.diagnosis.rule.Judged.rule;
import static io.github.heapwise.diagnosis.rule.Judged.undecided;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link HeapTooLarge}.
 */
class HeapTooLargeTests {

	private final DiagnosisRule rule = rule("heap-too-large");

	@Test
	void foundSaysWhatDoesNotFit() {
		assertThat(found(this.rule,
				on("G1").machine(machine("G1", Duration.ofHours(1), 900, 1024))
					.trends(TrendsBuilder.level().process(500, 700, 300).build()))
			.title()).contains("900 MiB").contains("200 MiB").contains("1 GiB");
	}

	@Test
	void passesJustBelow() {
		passed(this.rule, on("G1").machine(machine("G1", Duration.ofHours(1), 820, 1024))
			.trends(TrendsBuilder.level().process(500, 700, 300).build()));
	}

	@Test
	void foundJustAbove() {
		found(this.rule, on("G1").machine(machine("G1", Duration.ofHours(1), 830, 1024))
			.trends(TrendsBuilder.level().process(500, 700, 300).build()));
	}

	@Test
	void isGoodToKnowWhereTheHeapIsFarFromIt() {
		assertThat(
				found(this.rule,
						on("G1").machine(machine("G1", Duration.ofHours(1), 900, 1024))
							.trends(TrendsBuilder.level().process(100, 300, 700).build()))
					.severity())
			.isEqualTo(Severity.INFO);
	}

	@Test
	void isUndecidedWithoutALimit() {
		undecided(this.rule,
				on("G1").machine(new MachineFacts(Duration.ofHours(1), "G1", 2, 512 * MB, null, null, false, MB)));
	}

	@Test
	void isNotFooledByAMachineOfItsOwn() {
		passed(this.rule,
				on("G1").machine(machine("G1", Duration.ofHours(1), 900, 1024))
					.trends(TrendsBuilder.level().process(500, 700, 300).build())
					.machine(new MachineFacts(Duration.ofHours(1), "G1", 2, 900 * MB, null, 1024 * MB, false, MB)));
	}

}
