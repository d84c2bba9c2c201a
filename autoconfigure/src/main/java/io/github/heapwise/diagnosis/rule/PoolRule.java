package io.github.heapwise.diagnosis.rule;

import java.util.Comparator;
import java.util.List;
import java.util.Map;

import io.github.heapwise.diagnosis.Confidence;
import io.github.heapwise.diagnosis.Evidence;
import io.github.heapwise.diagnosis.Finding;
import io.github.heapwise.diagnosis.Judgement;
import io.github.heapwise.diagnosis.NextStep;
import io.github.heapwise.diagnosis.NumberText;
import io.github.heapwise.diagnosis.Severity;
import io.github.heapwise.diagnosis.Signals;
import io.github.heapwise.diagnosis.TimeSpan;
import io.github.heapwise.diagnosis.WaitSignals.PoolWait;
import org.jspecify.annotations.Nullable;

/**
 * Tasks wait because all threads of their pool work. No warning where there is one thread
 * only, which is a way to do things in order, nor where the processors are the limit:
 * more threads would wait for them instead.
 */
final class PoolRule extends LoadRule {

	private static final long LEAST_WAITS = 20;

	private final PerformanceThresholds thresholds;

	PoolRule(PerformanceThresholds thresholds) {
		super("pool-saturated", "Tasks wait for a thread", thresholds);
		this.thresholds = thresholds;
	}

	@Override
	Judgement judge(Signals signals, TimeSpan span) {
		PoolWait full = longest(signals.waits().pools().stream().filter(this::isSaturated).toList());
		if (full != null) {
			return Judgement.found(finding(full, signals, span));
		}
		PoolWait pool = longest(signals.waits().pools());
		return (pool != null) ? Judgement.passed(evidence(pool, span))
				: Judgement.passed(new Measured(span).fact("pools that are watched", 0, "count"));
	}

	// Waits in a pool with idle threads are waits for a processor, or for the collector.
	private boolean isSaturated(PoolWait pool) {
		PerformanceThresholds.Pool limits = this.thresholds.pool();
		boolean waits = medianMillis(pool) >= limits.medianMillis() || p99Millis(pool) >= limits.p99Millis();
		Integer queued = pool.queued();
		boolean full = Double.isNaN(pool.utilizationRatio()) ? (queued != null && queued > 0)
				: (pool.utilizationRatio() >= limits.utilizationRatio());
		return pool.count() >= LEAST_WAITS && waits && full;
	}

	private static @Nullable PoolWait longest(List<PoolWait> pools) {
		return pools.stream()
			.max(Comparator.comparing((PoolWait pool) -> pool.max() > 1).thenComparingLong(PoolWait::medianNanos))
			.orElse(null);
	}

	private Finding finding(PoolWait pool, Signals signals, TimeSpan span) {
		boolean busy = Processors.within(signals, span).busyRatio() >= this.thresholds.cpu().busyRatio();
		return new Finding(title(pool), (busy || pool.max() == 1) ? Severity.INFO : Severity.WARNING,
				Double.isNaN(pool.utilizationRatio()) ? Confidence.MEDIUM : Confidence.HIGH, 0.6,
				List.of(evidence(pool, span)), advice(pool, busy), "pools",
				new NextStep("Waits in pool '%s'".formatted(pool.name()), "latency", Map.of("pool", pool.name())));
	}

	private String title(PoolWait pool) {
		boolean always = medianMillis(pool) >= this.thresholds.pool().medianMillis();
		String wait = always ? "Tasks wait " + NumberText.of(medianMillis(pool), "ms")
				: "One task in a hundred waits " + NumberText.of(p99Millis(pool), "ms");
		return (pool.max() == 1) ? wait + " for the only thread of pool '%s'".formatted(pool.name())
				: wait + " for one of the %d threads of pool '%s', which all work".formatted(pool.max(), pool.name());
	}

	private static List<String> advice(PoolWait pool, boolean busy) {
		if (busy) {
			return List.of("Do not add threads: the processors are busy, and more threads would wait for them",
					"Make requests cheaper, or run more instances");
		}
		return List.of("Shorten what keeps the threads: a thread dump under load shows what they wait for",
				"Then give pool '%s' more threads, as long as what they call stands it".formatted(pool.name()),
				"It helped when the median wait is below a millisecond under the same load");
	}

	private Evidence[] evidence(PoolWait pool, TimeSpan span) {
		Measured measured = new Measured(span);
		PerformanceThresholds.Pool limits = this.thresholds.pool();
		return new Evidence[] {
				measured
					.of("median wait in pool '%s'".formatted(pool.name()), medianMillis(pool), limits.medianMillis(),
							"ms", pool.waitMillis().within(span))
					.drawnAs("Longest wait of a second", "ms", limits.p99Millis()),
				measured.of("99th percentile of the waits", p99Millis(pool), limits.p99Millis(), "ms"),
				measured.of("threads that work", pool.utilizationRatio(), limits.utilizationRatio(), "ratio"),
				measured.fact("threads of the pool", pool.max(), "count") };
	}

	private static double medianMillis(PoolWait pool) {
		return pool.medianNanos() / Measured.NANOS_OF_MILLI;
	}

	private static double p99Millis(PoolWait pool) {
		return pool.p99Nanos() / Measured.NANOS_OF_MILLI;
	}

}
