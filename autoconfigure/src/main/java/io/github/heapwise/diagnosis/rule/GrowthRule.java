package io.github.heapwise.diagnosis.rule;

import java.time.Duration;
import java.time.Instant;

import io.github.heapwise.diagnosis.Evidence;
import io.github.heapwise.diagnosis.Judgement;
import io.github.heapwise.diagnosis.Series;
import io.github.heapwise.diagnosis.Signals;
import io.github.heapwise.diagnosis.TimeSpan;
import io.github.heapwise.diagnosis.Trends;
import io.github.heapwise.diagnosis.rule.MemoryThresholds.Growth;

/**
 * Looks for something that grows all the time, or is near its limit. While the load
 * grows, it may: then it cannot tell.
 */
abstract class GrowthRule extends NamedRule {

	private static final Duration SLACK = Duration.ofSeconds(15);

	private static final double MORE_LOAD = 1.5;

	private final Growth growth;

	private final Duration warmUp;

	private final String unit;

	GrowthRule(String id, String title, Growth growth, Duration warmUp, String unit) {
		super(id, title);
		this.growth = growth;
		this.warmUp = warmUp;
		this.unit = unit;
	}

	@Override
	public final Judgement judge(Signals signals) {
		double used = usedRatio(signals);
		if (used >= this.growth.limitRatio()) {
			return nearLimit(signals, new Evidence(title() + ": share of the limit", used, this.growth.limitRatio(),
					"ratio", signals.window(), usedRatios(signals)));
		}
		Instant end = signals.window().to();
		Series series = series(signals.trends()).within(new TimeSpan(since(signals), end));
		Rise rise = Rise.of(series);
		Duration missing = this.growth.over().minus((rise != null) ? rise.span().length() : Duration.ZERO);
		if (rise == null || missing.compareTo(SLACK) > 0) {
			return Judgement.undecided(
					"Growth shows after " + Quantity.length(this.growth.over()) + " and the warm-up only",
					missing.isNegative() ? this.growth.over() : missing);
		}
		return judge(signals, rise);
	}

	private Judgement judge(Signals signals, Rise rise) {
		Evidence evidence = new Evidence(title() + ": growth in " + Quantity.length(rise.span().length()),
				rise.amount(), this.growth.rise(), this.unit, rise.span(), rise.series())
			.drawnAs(title(), this.unit, null);
		if (!rise.steady() || rise.amount() < this.growth.rise()) {
			return Judgement.passed(evidence);
		}
		if (isLoadGrowing(signals.trends().requestsPerSecond().within(rise.span()))) {
			return Judgement.undecided("It grew while the load grew: keep the load as it is", this.growth.over());
		}
		return grows(signals, rise, evidence);
	}

	/**
	 * Return what may grow.
	 * @param trends numbers over time
	 * @return the one
	 */
	abstract Series series(Trends trends);

	/**
	 * Return how much of its limit is used. What has no limit needs neither this nor the
	 * two that explain it.
	 * @param signals what was seen
	 * @return a ratio, not a number where no limit is known
	 */
	double usedRatio(Signals signals) {
		return Double.NaN;
	}

	Series usedRatios(Signals signals) {
		return Series.EMPTY;
	}

	abstract Judgement grows(Signals signals, Rise rise, Evidence evidence);

	Judgement nearLimit(Signals signals, Evidence evidence) {
		return Judgement.passed(evidence);
	}

	private Instant since(Signals signals) {
		Instant end = signals.window().to();
		Instant warm = SettledTime.warmUp(signals, this.warmUp);
		Instant from = end.minus(this.growth.over());
		Instant since = warm.isAfter(from) ? warm : from;
		return since.isAfter(end) ? end : since;
	}

	private static boolean isLoadGrowing(Series requestsPerSecond) {
		int third = requestsPerSecond.size() / 3;
		if (third == 0) {
			return false;
		}
		double first = requestsPerSecond.values().limit(third).average().orElse(0);
		double last = requestsPerSecond.values().skip(2L * third).average().orElse(0);
		return last > MORE_LOAD * first + 1;
	}

}
