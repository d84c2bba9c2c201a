package io.github.heapwise.diagnosis.rule;

import java.time.Duration;
import java.util.List;

import io.github.heapwise.diagnosis.AllocationSignals;
import io.github.heapwise.diagnosis.CollectionSignal.Kind;
import io.github.heapwise.diagnosis.DiagnosisRule;
import io.github.heapwise.diagnosis.Finding;
import io.github.heapwise.diagnosis.Severity;
import org.junit.jupiter.api.Test;

import static io.github.heapwise.diagnosis.rule.Applications.allocating;
import static io.github.heapwise.diagnosis.rule.Applications.churn;
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
 * Tests for {@link AllocationPressure}.
 */
class AllocationPressureTests {

	private final DiagnosisRule rule = rule("allocation-pressure");

	@Test
	void foundNamesFunctionAndRoute() {
		Finding finding = found(this.rule, churn());
		assertThat(finding.title())
			.startsWith("'Reports.render' (mostly for 'GET /reports') allocates 70 % of 944 MB a second");
		assertThat(finding.next().parameters()).containsEntry("route", "GET /reports")
			.containsKeys("from", "to", "search");
	}

	@Test
	void passesJustBelowTheShareOfPauses() {
		passed(this.rule, repeated(on("G1"), 0.25, (gc) -> gc.millis(24)).allocations(allocating(900)));
	}

	@Test
	void foundJustAboveTheShareOfPauses() {
		found(this.rule, repeated(on("G1"), 0.25, (gc) -> gc.millis(26)).allocations(allocating(900)));
	}

	@Test
	void foundWhereTheCollectorTakesTheCpuBeside() {
		assertThat(
				found(this.rule,
						repeated(on("ZGC"), 1, (gc) -> gc.kind(Kind.CONCURRENT))
							.trends(TrendsBuilder.level().cpu(1.6, 0.6).build()))
					.title())
			.contains("37 % of its CPU time");
	}

	@Test
	void isNotFooledByTheCollectorOfAnIdleApplication() {
		passed(this.rule, on("ZGC").trends(TrendsBuilder.level().cpu(0.02, 0.015).build()));
	}

	@Test
	void isNotFooledByAHeapThatIsFull() {
		passed(this.rule, repeated(on("G1"), 0.2, (gc) -> gc.heap(500, 480).millis(60)));
	}

	@Test
	void isUndecidedJustAfterTheStart() {
		assertThat(undecided(this.rule, on("G1").machine(machine("G1", Duration.ofSeconds(22), 512, 1024))).runFor())
			.isNotNull();
	}

	@Test
	void namesNobodyByAHandfulOfSamples() {
		AllocationSignals few = new AllocationSignals(10, 900e6, allocating(1).functions(), List.of(), 0);
		assertThat(found(this.rule, repeated(on("G1"), 0.25, (gc) -> gc.millis(40)).allocations(few)).title())
			.startsWith("The application allocates");
	}

	@Test
	void isCriticalWhereTheApplicationHardlyRuns() {
		assertThat(found(this.rule, repeated(on("G1"), 0.25, (gc) -> gc.millis(80))).severity())
			.isEqualTo(Severity.CRITICAL);
	}

}
