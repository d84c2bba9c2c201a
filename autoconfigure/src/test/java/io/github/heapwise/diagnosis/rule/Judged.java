package io.github.heapwise.diagnosis.rule;

import io.github.heapwise.diagnosis.DiagnosisRule;
import io.github.heapwise.diagnosis.Finding;
import io.github.heapwise.diagnosis.Judgement;
import io.github.heapwise.diagnosis.SignalsBuilder;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Asks a rule, and tells what it must say.
 */
final class Judged {

	private Judged() {
	}

	static Finding found(DiagnosisRule rule, SignalsBuilder signals) {
		Judgement judgement = rule.judge(signals.build());
		assertThat(judgement).isInstanceOf(Judgement.Found.class);
		Finding finding = ((Judgement.Found) judgement).finding();
		Drawn.asMeasured(finding.evidence());
		return finding;
	}

	static Judgement.Passed passed(DiagnosisRule rule, SignalsBuilder signals) {
		Judgement judgement = rule.judge(signals.build());
		assertThat(judgement).isInstanceOf(Judgement.Passed.class);
		Judgement.Passed passed = (Judgement.Passed) judgement;
		Drawn.asMeasured(passed.evidence());
		return passed;
	}

	static Judgement.Undecided undecided(DiagnosisRule rule, SignalsBuilder signals) {
		Judgement judgement = rule.judge(signals.build());
		assertThat(judgement).isInstanceOf(Judgement.Undecided.class);
		return (Judgement.Undecided) judgement;
	}

	static DiagnosisRule rule(String id) {
		return MemoryRules.all(MemoryThresholds.defaults())
			.stream()
			.filter((rule) -> rule.id().equals(id))
			.findFirst()
			.orElseThrow();
	}

}
