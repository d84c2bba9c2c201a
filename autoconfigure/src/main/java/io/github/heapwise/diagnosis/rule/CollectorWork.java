package io.github.heapwise.diagnosis.rule;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

import io.github.heapwise.diagnosis.CollectionSignal;
import io.github.heapwise.diagnosis.Evidence;
import io.github.heapwise.diagnosis.Series;
import io.github.heapwise.diagnosis.Severity;
import io.github.heapwise.diagnosis.Signals;
import io.github.heapwise.diagnosis.TimeSpan;
import io.github.heapwise.diagnosis.rule.MemoryThresholds.Cost;

/**
 * What the collector did in the time that is judged, and what it cost. Not before the
 * application has warmed up: then it loads classes and fills the heap for the first time.
 *
 * @param span that time
 * @param collections collections that the heap needed
 * @param pauseRatio share of the time that these stopped the application
 * @param cpuRatio share of the process's CPU time that the collector used
 * @param cores the same in cores
 */
record CollectorWork(TimeSpan span, List<CollectionSignal> collections, double pauseRatio, double cpuRatio,
		double cores) {

	/** What the length of each pause is called where it is drawn. */
	static final String PAUSES = "Pauses";

	private static final Duration LEAST = Duration.ofSeconds(8);

	private static final double NANOS_PER_MILLI = 1e6;

	// From here on it is what the application does most.
	private static final double CRITICAL_PAUSE_RATIO = 0.3;

	private static final double MIN_CORES_PER_PROCESSOR = 0.1;

	CollectorWork {
		collections = List.copyOf(collections);
	}

	static CollectorWork of(Signals signals, Duration warmUp) {
		TimeSpan span = settled(signals, warmUp);
		List<CollectionSignal> needed = signals.collections()
			.stream()
			.filter((collection) -> span.contains(collection.time()) && Causes.isNeeded(collection))
			.toList();
		double nanos = needed.stream().filter(CollectionSignal::pause).mapToLong(CollectionSignal::durationNanos).sum();
		double cores = zeroIfUnknown(signals.trends().gcCpuRatio().within(span).mean());
		double all = zeroIfUnknown(signals.trends().cpuRatio().within(span).mean());
		return new CollectorWork(span, needed, nanos / Math.max(1, span.length().toNanos()),
				(all > 0) ? Math.min(1, cores / all) : 0, cores / Math.max(1, signals.machine().processors()));
	}

	/**
	 * Return whether the application has warmed up for long enough to be judged.
	 * @return whether it has
	 */
	boolean isEnough() {
		return this.span.length().compareTo(LEAST) >= 0;
	}

	boolean costs(Cost cost) {
		return this.pauseRatio >= cost.pauseRatio() || costsCpu(cost);
	}

	private boolean costsCpu(Cost cost) {
		return this.cpuRatio >= cost.cpuRatio() && this.cores >= MIN_CORES_PER_PROCESSOR;
	}

	/**
	 * Return how much that matters. The same for all rules that look at speed: so the
	 * cause is never below its effect.
	 * @param cost when the collector costs too much
	 * @return the severity
	 */
	Severity severity(Cost cost) {
		return (costs(cost) || PausedSeconds.of(this, cost.budget()).often()) ? atLeastWarning() : Severity.INFO;
	}

	Severity atLeastWarning() {
		return (this.pauseRatio >= CRITICAL_PAUSE_RATIO) ? Severity.CRITICAL : Severity.WARNING;
	}

	List<CollectionSignal> of(CollectionSignal.Kind kind) {
		return this.collections.stream().filter((collection) -> collection.kind() == kind).toList();
	}

	List<CollectionSignal> pauses() {
		return this.collections.stream().filter(CollectionSignal::pause).toList();
	}

	double perMinute(double amount) {
		return amount / Math.max(1, this.span.length().toSeconds()) * 60;
	}

	Series pauseMillis() {
		return series(pauses(), (pause) -> pause.durationNanos() / NANOS_PER_MILLI);
	}

	/**
	 * Return what the {@link #severity} rests on.
	 * @param cost when the collector costs too much
	 * @param gcCpu CPU time of the collector
	 * @return the numbers
	 */
	Evidence[] costEvidence(Cost cost, Series gcCpu) {
		List<Evidence> evidence = new ArrayList<>(List.of(pauseEvidence(cost)));
		if (costsCpu(cost)) {
			evidence.add(cpuEvidence(cost, gcCpu));
		}
		PausedSeconds paused = PausedSeconds.of(this, cost.budget());
		if (paused.often()) {
			evidence.add(paused.evidence(this.span, cost.budget()));
		}
		return evidence.toArray(Evidence[]::new);
	}

	Evidence pauseEvidence(Cost cost) {
		return pauseEvidence(cost.pauseRatio());
	}

	Evidence pauseEvidence(double threshold) {
		return new Evidence("Time in pauses of the collector", this.pauseRatio, threshold, "ratio", this.span,
				pauseMillis())
			.drawnAs(PAUSES, "ms", null);
	}

	Evidence cpuEvidence(Cost cost, Series gcCpu) {
		return new Evidence("CPU time of the collector", this.cpuRatio, cost.cpuRatio(), "ratio", this.span,
				gcCpu.within(this.span))
			.drawnAs("CPU of the collector, as a share of all processors", "ratio", null);
	}

	static Series series(List<CollectionSignal> collections, ToDoubleFunction<CollectionSignal> value) {
		return new Series(collections.stream().mapToLong((collection) -> collection.time().toEpochMilli()).toArray(),
				collections.stream().mapToDouble(value).toArray());
	}

	private static TimeSpan settled(Signals signals, Duration warmUp) {
		TimeSpan judged = signals.judged();
		Instant warm = SettledTime.warmUp(signals, warmUp);
		Instant from = judged.from().isBefore(warm) ? warm : judged.from();
		return new TimeSpan(from.isAfter(judged.to()) ? judged.to() : from, judged.to());
	}

	private static double zeroIfUnknown(double value) {
		return Double.isNaN(value) ? 0 : value;
	}

}
