package io.github.heapwise.diagnosis.rule;

import java.time.Duration;

import io.github.heapwise.diagnosis.DiagnosisRule;
import io.github.heapwise.diagnosis.Severity;
import org.junit.jupiter.api.Test;

import static io.github.heapwise.diagnosis.rule.Applications.allocating;
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
 * Tests for {@link Humongous}.
 */
class HumongousTests {

	private final DiagnosisRule rule = rule("humongous");

	@Test
	void foundNamesFunctionAndClass() {
		assertThat(found(this.rule,
				repeated(on("G1"), 1, (gc) -> gc.cause("G1 Humongous Allocation")).allocations(allocating(300)))
			.title()).contains("'Reports.render'").contains("'byte[]'");
	}

	@Test
	void isGoodToKnowWhereItCostsLittle() {
		assertThat(found(this.rule, repeated(on("G1"), 1, (gc) -> gc.cause("G1 Humongous Allocation"))).severity())
			.isEqualTo(Severity.INFO);
	}

	@Test
	void isWorthAWarningWhereCollectionsFollowEachOther() {
		assertThat(found(this.rule, repeated(on("G1"), 0.5, (gc) -> gc.cause("G1 Humongous Allocation"))).severity())
			.isEqualTo(Severity.WARNING);
	}

	@Test
	void passesJustBelow() {
		passed(this.rule,
				repeated(on("G1"), 70, (gc) -> gc.cause("G1 Humongous Allocation")).collection(young().at(1)));
	}

	@Test
	void foundJustAbove() {
		found(this.rule, repeated(on("G1"), 50, (gc) -> gc.cause("G1 Humongous Allocation")));
	}

	@Test
	void isNotFooledByAFewAmongManyOthers() {
		passed(this.rule, repeated(repeated(on("G1"), 20, (gc) -> gc.cause("G1 Humongous Allocation")), 1, (gc) -> gc));
	}

	@Test
	void isUndecidedJustAfterTheStart() {
		assertThat(undecided(this.rule, on("G1").machine(machine("G1", Duration.ofSeconds(22), 512, 1024))).runFor())
			.isNotNull();
	}

}
