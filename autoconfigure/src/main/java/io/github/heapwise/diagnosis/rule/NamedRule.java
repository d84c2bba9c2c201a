package io.github.heapwise.diagnosis.rule;

import io.github.heapwise.diagnosis.DiagnosisRule;
import io.github.heapwise.diagnosis.Judgement;

/**
 * A rule with its name.
 */
abstract class NamedRule implements DiagnosisRule {

	private final String id;

	private final String title;

	NamedRule(String id, String title) {
		this.id = id;
		this.title = title;
	}

	@Override
	public final String id() {
		return this.id;
	}

	@Override
	public final String title() {
		return this.title;
	}

	static Judgement notWatched() {
		return Judgement.undecided("Collections are not watched", null);
	}

}
