package io.github.heapwise.diagnosis.rule;

import java.time.Duration;

import io.github.heapwise.diagnosis.Judgement;
import io.github.heapwise.diagnosis.Signals;
import io.github.heapwise.diagnosis.TimeSpan;

/**
 * Looks at the part of the time under load in which the JVM had warmed up.
 */
abstract class LoadRule extends NamedRule {

	private final Duration warmUp;

	LoadRule(String id, String title, PerformanceThresholds thresholds) {
		super(id, title);
		this.warmUp = thresholds.warmUp();
	}

	@Override
	public final Judgement judge(Signals signals) {
		TimeSpan span = SettledTime.underLoad(signals, this.warmUp);
		return (span != null) ? judge(signals, span) : LoadNeed.undecided(signals);
	}

	abstract Judgement judge(Signals signals, TimeSpan span);

}
