package io.github.heapwise.diagnosis.rule;

import java.time.Duration;

import io.github.heapwise.diagnosis.DiagnosisRule;
import org.junit.jupiter.api.Test;

import static io.github.heapwise.diagnosis.rule.Applications.machine;
import static io.github.heapwise.diagnosis.rule.Applications.on;
import static io.github.heapwise.diagnosis.rule.Applications.repeated;
import static io.github.heapwise.diagnosis.rule.CollectionBuilder.MB;
import static io.github.heapwise.diagnosis.rule.Judged.found;
import static io.github.heapwise.diagnosis.rule.Judged.passed;
import static io.github.heapwise.diagnosis.rule.Judged.rule;
import static io.github.heapwise.diagnosis.rule.Judged.undecided;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link HeapTooSmall}.
 */
class HeapTooSmallTests {

	private final DiagnosisRule rule = rule("heap-too-small");

	@Test
	void foundSaysHowLittleACollectionFrees() {
		assertThat(found(this.rule, repeated(on("G1"), 0.2, (gc) -> gc.heap(390, 365).millis(30))).title())
			.contains("512 MiB")
			.contains("frees only 4.9 %");
	}

	@Test
	void passesJustBelowTheShareOfPauses() {
		passed(this.rule, repeated(on("G1"), 0.2, (gc) -> gc.heap(390, 365).millis(19)));
	}

	@Test
	void foundJustAboveTheShareOfPauses() {
		found(this.rule, repeated(on("G1"), 0.2, (gc) -> gc.heap(390, 365).millis(21)));
	}

	@Test
	void passesWhereACollectionFreesEnough() {
		passed(this.rule, repeated(on("G1"), 0.2, (gc) -> gc.heap(390, 330).millis(30)));
	}

	@Test
	void isNotFooledByASmallYoungGeneration() {
		passed(this.rule, repeated(on("G1"), 0.2, (gc) -> gc.heap(130, 100).millis(30)));
	}

	@Test
	void isUndecidedJustAfterTheStart() {
		assertThat(undecided(this.rule, on("G1").machine(machine("G1", Duration.ofSeconds(22), 512, 1024))).runFor())
			.isNotNull();
	}

}
