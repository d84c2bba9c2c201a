package io.github.heapwise.diagnosis.rule;

import java.time.Duration;

import io.github.heapwise.diagnosis.Judgement;
import io.github.heapwise.diagnosis.Signals;

/**
 * Says what keeps rules from judging an application that does not work, or only just
 * began to.
 */
final class LoadNeed {

	static final Duration ENOUGH = Duration.ofSeconds(30);

	private LoadNeed() {
	}

	static Judgement undecided(Signals signals) {
		String lacks = (signals.load() == null) ? "The application was idle, and only load tells"
				: "The application has just started, and warming up tells little";
		return Judgement.undecided(lacks, ENOUGH);
	}

}
