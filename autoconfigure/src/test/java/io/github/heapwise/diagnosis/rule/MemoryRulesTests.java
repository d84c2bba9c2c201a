package io.github.heapwise.diagnosis.rule;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.github.heapwise.diagnosis.CollectionSignal.Kind;
import io.github.heapwise.diagnosis.Diagnosis;
import io.github.heapwise.diagnosis.DiagnosisRule;
import io.github.heapwise.diagnosis.Finding;
import io.github.heapwise.diagnosis.RuleBook;
import io.github.heapwise.diagnosis.Severity;
import io.github.heapwise.diagnosis.Signals;
import io.github.heapwise.diagnosis.SignalsBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link MemoryRules} together: each fault against each rule.
 */
class MemoryRulesTests {

	private final List<DiagnosisRule> rules = MemoryRules.all(MemoryThresholds.defaults());

	@Test
	void everyRuleHasItsFault() {
		assertThat(this.rules).extracting(DiagnosisRule::id)
			.doesNotHaveDuplicates()
			.containsExactlyInAnyOrderElementsOf(Applications.faulty().keySet());
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("faults")
	void theRuleOfAFaultComesFirst(String rule, Signals signals) {
		Diagnosis diagnosis = new RuleBook(this.rules).diagnose(signals);
		assertThat(diagnosis.findings()).as("%s", diagnosis).isNotEmpty();
		assertThat(diagnosis.findings().get(0).rule()).as("%s", diagnosis.findings()).isEqualTo(rule);
		assertThat(diagnosis.findings().get(0).finding().severity()).isGreaterThanOrEqualTo(Severity.WARNING);
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("faults")
	void findingsTellAllThereIsToTell(String rule, Signals signals) {
		for (Diagnosis.Found found : new RuleBook(this.rules).diagnose(signals).findings()) {
			Finding finding = found.finding();
			assertThat(finding.title()).matches("\\p{ASCII}{20,200}").doesNotContain("NaN").doesNotContain("null");
			assertThat(finding.evidence().get(0).threshold()).as(rule).isNotNull();
			assertThat(finding.evidence()).allSatisfy((evidence) -> assertThat(evidence.observed()).isFinite());
			assertThat(finding.advice()).hasSizeGreaterThanOrEqualTo(2).last().asString().startsWith("It helped when");
			assertThat(finding.impact()).isBetween(0.0, 1.0);
		}
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("healthyApplications")
	void nothingIsWrongWithAHealthyApplication(String name, Signals signals) {
		assertThat(new RuleBook(this.rules).diagnose(signals).findings()).as(name)
			.filteredOn((found) -> found.finding().severity() != Severity.INFO)
			.isEmpty();
	}

	@Test
	void aLeakComesBeforeWhatItDoesInTheEnd() {
		Signals signals = atItsEnd(Applications.leak()).build();
		assertThat(new RuleBook(this.rules).diagnose(signals).findings()).extracting(Diagnosis.Found::rule)
			.startsWith("memory-grows")
			.contains("heap-too-small", "full-collections", "long-pauses", "gc-time");
	}

	@Test
	void aHeapThatIsFullComesBeforeWhatThatDoes() {
		Signals signals = atItsEnd(Applications.bloat()).build();
		assertThat(new RuleBook(this.rules).diagnose(signals).findings()).extracting(Diagnosis.Found::rule)
			.startsWith("live-near-limit")
			.contains("heap-too-small", "full-collections", "long-pauses", "gc-time");
	}

	private static SignalsBuilder atItsEnd(SignalsBuilder signals) {
		return Applications.repeated(signals, 1,
				(gc) -> gc.kind(Kind.FULL).cause("G1 Compaction Pause").heap(510, 490).old(480L).millis(400));
	}

	static Stream<Arguments> faults() {
		return arguments(Applications.faulty());
	}

	static Stream<Arguments> healthyApplications() {
		return arguments(Applications.healthy());
	}

	private static Stream<Arguments> arguments(Map<String, Signals> signalsByName) {
		return signalsByName.entrySet().stream().map((entry) -> Arguments.of(entry.getKey(), entry.getValue()));
	}

}
