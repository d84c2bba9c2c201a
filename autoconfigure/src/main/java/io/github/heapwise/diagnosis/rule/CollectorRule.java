package io.github.heapwise.diagnosis.rule;

import java.time.Duration;

import io.github.heapwise.diagnosis.Judgement;
import io.github.heapwise.diagnosis.Signals;

/**
 * Looks at what the collector does, once the application has warmed up.
 */
abstract class CollectorRule extends NamedRule {

	private final Duration warmUp;

	CollectorRule(String id, String title, Duration warmUp) {
		super(id, title);
		this.warmUp = warmUp;
	}

	@Override
	public final Judgement judge(Signals signals) {
		if (!signals.collectionsWatched()) {
			return notWatched();
		}
		CollectorWork work = CollectorWork.of(signals, this.warmUp);
		return work.isEnough() ? judge(signals, work)
				: Judgement.undecided("The application has just started", Duration.ofSeconds(30));
	}

	abstract Judgement judge(Signals signals, CollectorWork work);

}
