package io.github.heapwise.diagnosis;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What all rules say together.
 *
 * @param time when they were asked
 * @param window what they looked at
 * @param load the part of it in which the application worked, {@code null} if it did not
 * @param verdict one sentence
 * @param findings what is wrong, the worst first
 * @param passed what is fine
 * @param undecided what cannot be told
 */
public record Diagnosis(Instant time, TimeSpan window, @Nullable TimeSpan load, String verdict, List<Found> findings,
		List<Passed> passed, List<Undecided> undecided) {

	public Diagnosis {
		findings = List.copyOf(findings);
		passed = List.copyOf(passed);
		undecided = List.copyOf(undecided);
	}

	/**
	 * A rule that found something.
	 *
	 * @param rule id of the rule
	 * @param finding what it found
	 */
	public record Found(String rule, Finding finding) {

	}

	/**
	 * A rule that found nothing.
	 *
	 * @param rule id of the rule
	 * @param title what it looks for
	 * @param evidence numbers it looked at
	 */
	public record Passed(String rule, String title, List<Evidence> evidence) {

	}

	/**
	 * A rule that could not tell.
	 *
	 * @param rule id of the rule
	 * @param title what it looks for
	 * @param judgement what it lacks
	 */
	public record Undecided(String rule, String title, Judgement.Undecided judgement) {

	}

}
