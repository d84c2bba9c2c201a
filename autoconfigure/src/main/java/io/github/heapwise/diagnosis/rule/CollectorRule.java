package io.github.heapwise.diagnosis.rule;

import java.time.Duration;

import io.github.heapwise.diagnosis.Judgement;
import io.github.heapwise.diagnosis.Signals;

/**
 * Looks at what the collector does, once the application has warmed up.
 */
abstract class CollectorRule extends NamedRule {

	private final CollectorWorks works;

	CollectorRule(String id, String title, CollectorWorks works) {
		super(id, title);
		this.works = works;
	}

	@Override
	public final Judgement judge(Signals signals) {
		if (!signals.collectionsWatched()) {
			return notWatched();
		}
		CollectorWork work = this.works.of(signals);
		return work.isEnough() ? judge(signals, work)
				: Judgement.undecided("The application has just started", Duration.ofSeconds(30));
	}

	abstract Judgement judge(Signals signals, CollectorWork work);

}
