package io.github.heapwise.diagnosis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import io.github.heapwise.diagnosis.Judgement.Passed;
import io.github.heapwise.diagnosis.Judgement.Undecided;

/**
 * Asks all rules what they see. One that throws is undecided, and the others go on.
 */
public final class RuleBook {

	private static final Comparator<Diagnosis.Found> WORST_FIRST = Comparator
		.comparing((Diagnosis.Found found) -> found.finding().severity())
		.thenComparingDouble((found) -> found.finding().impact())
		.reversed();

	private final List<DiagnosisRule> rules;

	/**
	 * Create a book.
	 * @param rules the rules; of findings that are equally bad that of the earlier rule
	 * comes first
	 */
	public RuleBook(List<DiagnosisRule> rules) {
		this.rules = List.copyOf(rules);
	}

	/**
	 * Return what names its rules.
	 * @return their ids, in the order they are asked
	 */
	public List<String> ids() {
		return this.rules.stream().map(DiagnosisRule::id).toList();
	}

	/**
	 * Ask them all.
	 * @param signals what was seen
	 * @return what they say
	 */
	public Diagnosis diagnose(Signals signals) {
		List<Diagnosis.Found> found = new ArrayList<>();
		List<Diagnosis.Passed> passed = new ArrayList<>();
		List<Diagnosis.Undecided> undecided = new ArrayList<>();
		for (DiagnosisRule rule : this.rules) {
			Judgement judgement = ask(rule, signals);
			if (judgement instanceof Judgement.Found finding) {
				found.add(new Diagnosis.Found(rule.id(), finding.finding()));
			}
			else if (judgement instanceof Passed passing) {
				passed.add(new Diagnosis.Passed(rule.id(), rule.title(), passing.evidence()));
			}
			else if (judgement instanceof Undecided open) {
				undecided.add(new Diagnosis.Undecided(rule.id(), rule.title(), open));
			}
		}
		found.sort(WORST_FIRST);
		return new Diagnosis(signals.window().to(), signals.window(), signals.load(),
				Verdict.of(found, passed.size(), undecided.size(), signals.load() != null), found, passed, undecided);
	}

	// Also what is no exception: a rule of the user may lack a class.
	private static Judgement ask(DiagnosisRule rule, Signals signals) {
		try {
			return rule.judge(signals);
		}
		catch (RuntimeException | LinkageError | StackOverflowError ex) {
			return Judgement.undecided("The rule failed: " + ex, null);
		}
	}

}
