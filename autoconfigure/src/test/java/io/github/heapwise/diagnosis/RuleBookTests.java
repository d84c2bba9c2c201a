package io.github.heapwise.diagnosis;

import java.util.List;
import java.util.Map;
import java.util.function.Function;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link RuleBook}.
 */
class RuleBookTests {

	private final Signals signals = SignalsBuilder.healthy().build();

	@Test
	void listsTheWorstFirstAndNamesItInTheVerdict() {
		Diagnosis diagnosis = diagnose(rule("a", (seen) -> found("Small", Severity.INFO, 1)),
				rule("b", (seen) -> found("Slow", Severity.WARNING, 0.1)),
				rule("c", (seen) -> found("Slower", Severity.WARNING, 0.9)),
				rule("d", (seen) -> found("Broken", Severity.CRITICAL, 0)));
		assertThat(diagnosis.findings()).extracting(Diagnosis.Found::rule).containsExactly("d", "c", "b", "a");
		assertThat(diagnosis.verdict()).isEqualTo("Broken, and 2 more");
	}

	@Test
	void keepsTheOrderOfRulesForWhatIsEquallyBad() {
		Diagnosis diagnosis = diagnose(rule("a", (seen) -> found("One", Severity.WARNING, 0.5)),
				rule("b", (seen) -> found("Other", Severity.WARNING, 0.5)));
		assertThat(diagnosis.findings()).extracting(Diagnosis.Found::rule).containsExactly("a", "b");
	}

	@Test
	void goesOnAfterARuleThatThrows() {
		Diagnosis diagnosis = diagnose(rule("broken", (seen) -> {
			throw new IllegalStateException("no idea");
		}), rule("fine", (seen) -> Judgement.passed()));
		assertThat(diagnosis.passed()).extracting(Diagnosis.Passed::rule).containsExactly("fine");
		assertThat(diagnosis.undecided()).singleElement().satisfies((undecided) -> {
			assertThat(undecided.rule()).isEqualTo("broken");
			assertThat(undecided.judgement().lacks()).contains("no idea");
		});
	}

	@Test
	void saysThatNothingIsWrong() {
		Diagnosis diagnosis = diagnose(rule("a", (seen) -> Judgement.passed()),
				rule("b", (seen) -> Judgement.undecided("Too little load", null)));
		assertThat(diagnosis.verdict()).isEqualTo("1 rule found nothing wrong, 1 lack data");
	}

	@Test
	void saysThatAnIdleApplicationTellsLittle() {
		Diagnosis diagnosis = new RuleBook(List.of(rule("a", (seen) -> Judgement.passed())))
			.diagnose(SignalsBuilder.healthy().idle().build());
		assertThat(diagnosis.verdict()).endsWith("The application was idle: judge it under load");
	}

	private Diagnosis diagnose(DiagnosisRule... rules) {
		return new RuleBook(List.of(rules)).diagnose(this.signals);
	}

	private static Judgement found(String title, Severity severity, double impact) {
		return Judgement.found(new Finding(title, severity, Confidence.HIGH, impact, List.of(), List.of(), "leak",
				new NextStep("Look", "gc", Map.of())));
	}

	private static DiagnosisRule rule(String id, Function<Signals, Judgement> judge) {
		return new DiagnosisRule() {

			@Override
			public String id() {
				return id;
			}

			@Override
			public String title() {
				return "Rule " + id;
			}

			@Override
			public Judgement judge(Signals seen) {
				return judge.apply(seen);
			}

		};
	}

}
