package io.github.heapwise.diagnosis.rule;

import java.util.List;

import io.github.heapwise.diagnosis.Diagnosis;
import io.github.heapwise.diagnosis.DiagnosisRule;
import io.github.heapwise.diagnosis.Finding;
import io.github.heapwise.diagnosis.RuleBook;
import io.github.heapwise.diagnosis.Severity;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What one rule with its defaults says of an application.
 */
final class RuleJudgement {

	private final Diagnosis diagnosis;

	private RuleJudgement(Diagnosis diagnosis) {
		this.diagnosis = diagnosis;
	}

	static RuleJudgement of(String rule, PerformanceSignals signals) {
		List<DiagnosisRule> rules = PerformanceRules.all(PerformanceThresholds.DEFAULTS)
			.stream()
			.filter((each) -> each.id().equals(rule))
			.toList();
		assertThat(rules).hasSize(1);
		return new RuleJudgement(new RuleBook(rules).diagnose(signals.build()));
	}

	Finding warns() {
		return finds(Severity.WARNING);
	}

	Finding informs() {
		return finds(Severity.INFO);
	}

	private Finding finds(Severity severity) {
		assertThat(this.diagnosis.findings()).hasSize(1);
		Finding finding = this.diagnosis.findings().get(0).finding();
		assertThat(finding.severity()).as(finding.title()).isEqualTo(severity);
		assertThat(finding.evidence()).isNotEmpty();
		assertThat(finding.evidence().get(0).threshold()).isNotNull();
		assertThat(finding.advice()).isNotEmpty();
		return finding;
	}

	void passes() {
		assertThat(this.diagnosis.passed()).as("passed, but %s", this.diagnosis)
			.singleElement()
			.satisfies((passed) -> assertThat(passed.evidence()).isNotEmpty());
	}

	String lacks() {
		assertThat(this.diagnosis.undecided()).hasSize(1);
		return this.diagnosis.undecided().get(0).judgement().lacks();
	}

}
