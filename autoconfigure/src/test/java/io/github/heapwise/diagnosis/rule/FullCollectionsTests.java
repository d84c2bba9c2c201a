package io.github.heapwise.diagnosis.rule;

import java.time.Duration;

import io.github.heapwise.diagnosis.CollectionSignal.Kind;
import io.github.heapwise.diagnosis.DiagnosisRule;
import org.junit.jupiter.api.Test;

import static io.github.heapwise.diagnosis.rule.Applications.machine;
import static io.github.heapwise.diagnosis.rule.Applications.on;
import static io.github.heapwise.diagnosis.rule.Applications.repeated;
import static io.github.heapwise.diagnosis.rule.CollectionBuilder.full;
import static io.github.heapwise.diagnosis.rule.Judged.found;
import static io.github.heapwise.diagnosis.rule.Judged.passed;
import static io.github.heapwise.diagnosis.rule.Judged.rule;
import static io.github.heapwise.diagnosis.rule.Judged.undecided;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link FullCollections}.
 */
class FullCollectionsTests {

	private final DiagnosisRule rule = rule("full-collections");

	@Test
	void oneOfG1IsAWarning() {
		assertThat(found(this.rule, on("G1").collection(full().cause("G1 Compaction Pause").at(30))).title())
			.contains("1 full collection")
			.contains("'G1 Compaction Pause'");
	}

	@Test
	void passesJustBelowWithParallel() {
		passed(this.rule, repeated(on("Parallel"), 31, (gc) -> gc.kind(Kind.FULL)));
	}

	@Test
	void foundJustAboveWithParallel() {
		found(this.rule, repeated(on("Parallel"), 25, (gc) -> gc.kind(Kind.FULL)));
	}

	@Test
	void isNotFooledByThoseThatSomebodyAskedFor() {
		passed(this.rule, repeated(on("G1"), 5, (gc) -> gc.kind(Kind.FULL).cause("System.gc()")));
	}

	@Test
	void isNotFooledByTheLoadingOfClasses() {
		passed(this.rule, repeated(on("Serial"), 5, (gc) -> gc.kind(Kind.FULL).cause("Metadata GC Threshold")));
	}

	@Test
	void isUndecidedJustAfterTheStart() {
		assertThat(undecided(this.rule, on("G1").machine(machine("G1", Duration.ofSeconds(22), 512, 1024))).runFor())
			.isNotNull();
	}

}
