package io.github.heapwise.diagnosis;

import java.time.Duration;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What a rule says.
 */
public sealed interface Judgement {

	static Judgement found(Finding finding) {
		return new Found(finding);
	}

	static Judgement passed(Evidence... evidence) {
		return new Passed(List.of(evidence));
	}

	/**
	 * There is too little to judge by.
	 * @param lacks a sentence that says what is missing
	 * @param runFor how much longer to run to have it, {@code null} where that does not
	 * help
	 * @return the judgement
	 */
	static Judgement undecided(String lacks, @Nullable Duration runFor) {
		return new Undecided(lacks, runFor);
	}

	/**
	 * Something is wrong.
	 *
	 * @param finding what
	 */
	record Found(Finding finding) implements Judgement {

	}

	/**
	 * It looked, and all is well.
	 *
	 * @param evidence the numbers it looked at
	 */
	record Passed(List<Evidence> evidence) implements Judgement {

		public Passed {
			evidence = List.copyOf(evidence);
		}

	}

	/**
	 * There is too little to judge by.
	 *
	 * @param lacks a sentence that says what is missing
	 * @param runFor how much longer to run to have it, {@code null} where that does not
	 * help
	 */
	record Undecided(String lacks, @Nullable Duration runFor) implements Judgement {

	}

}
