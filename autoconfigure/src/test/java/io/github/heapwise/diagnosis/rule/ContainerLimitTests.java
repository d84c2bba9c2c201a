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
 * Tests for {@link ContainerLimit}.
 */
class ContainerLimitTests {

	private final DiagnosisRule rule = rule("container-limit");

	@Test
	void foundSaysWhatIsLeft() {
		assertThat(found(this.rule,
				on("G1").machine(machine("G1", Duration.ofHours(1), 512, 1024))
					.trends(TrendsBuilder.level().process(500, 1000, 10).build()))
			.title()).contains("10 MiB left").contains("is killed");
	}

	@Test
	void passesJustBelow() {
		passed(this.rule, on("G1").machine(machine("G1", Duration.ofHours(1), 900, 1024))
			.trends(TrendsBuilder.level().process(500, 900, 104).build()));
	}

	@Test
	void foundJustAbove() {
		assertThat(found(this.rule,
				on("G1").machine(machine("G1", Duration.ofHours(1), 900, 1024))
					.trends(TrendsBuilder.level().process(500, 900, 101).build()))
			.severity()).isEqualTo(Severity.WARNING);
	}

	@Test
	void isGoodToKnowWhereNothingCanGrow() {
		assertThat(
				found(this.rule,
						on("G1").machine(machine("G1", Duration.ofHours(1), 512, 1024))
							.trends(TrendsBuilder.level().process(512, 950, 60).build()))
					.severity())
			.isEqualTo(Severity.INFO);
	}

	@Test
	void listsWhatTheProcessIsMadeOf() {
		assertThat(found(this.rule,
				on("G1").machine(machine("G1", Duration.ofHours(1), 512, 1024))
					.trends(TrendsBuilder.level().process(500, 1000, 10).build()))
			.evidence()).extracting("signal")
			.contains("Size of the heap", "Direct buffers", "Metaspace", "Stacks of threads, about");
	}

	@Test
	void isUndecidedWithoutALimit() {
		undecided(this.rule,
				on("G1").machine(new MachineFacts(Duration.ofHours(1), "G1", 2, 512 * MB, null, null, false, MB)));
	}

}
