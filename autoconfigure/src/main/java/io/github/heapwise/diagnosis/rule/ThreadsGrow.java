package io.github.heapwise.diagnosis.rule;

import java.time.Duration;
import java.util.Map;

import io.github.heapwise.diagnosis.Evidence;
import io.github.heapwise.diagnosis.Judgement;
import io.github.heapwise.diagnosis.NextStep;
import io.github.heapwise.diagnosis.Series;
import io.github.heapwise.diagnosis.Severity;
import io.github.heapwise.diagnosis.Signals;
import io.github.heapwise.diagnosis.ThreadCount;
import io.github.heapwise.diagnosis.Trends;
import io.github.heapwise.diagnosis.WaitSignals.PoolWait;
import io.github.heapwise.diagnosis.rule.MemoryThresholds.Growth;

/**
 * Looks for threads that are started and never end. While there are fewer than the known
 * pools may have, these are the likely reason, and nothing is wrong.
 */
final class ThreadsGrow extends GrowthRule {

	// Those of the JVM, of Spring and of drivers.
	private static final int THREADS_OF_NO_POOL = 50;

	// A pool without a limit explains any number.
	private static final int LARGEST_POOL = 2_000;

	ThreadsGrow(Growth growth, Duration warmUp) {
		super("threads-grow", "Threads grow", growth, warmUp, "count");
	}

	@Override
	Series series(Trends trends) {
		return trends.threads();
	}

	@Override
	Judgement grows(Signals signals, Rise rise, Evidence evidence) {
		long allowed = THREADS_OF_NO_POOL + signals.waits()
			.pools()
			.stream()
			.mapToLong(PoolWait::max)
			.filter((max) -> max > 0 && max <= LARGEST_POOL)
			.sum();
		long now = now(signals, rise);
		boolean explained = now <= allowed;
		String which = explained ? "the known pools may have as many" : "more than all known pools may have";
		return FindingDraft
			.of(explained ? Severity.INFO : Severity.WARNING, FindingDraft.CAUSE,
					"%d more threads than %s ago, %d now%s: %s".formatted(Math.round(rise.amount()),
							Quantity.length(rise.span().length()), now, most(signals, rise), which))
			.evidence(evidence,
					new Evidence("Threads now, and how many are expected", now, (double) allowed, "count", rise.span(),
							rise.series())
						.drawnAs("Threads", "count", (double) allowed))
			.advice("Look in a heap dump for threads with the same name and different numbers, and at their stacks.",
					"Create executors once and keep them; close those that are created for a piece of work.",
					"Give threads names that say whose they are.",
					"It helped when the number of threads stays level under the same load.")
			.found("thread-leak", new NextStep("Take a heap dump and look at its threads", "heapdumps", Map.of()));
	}

	// Those of a kind are counted later than all of the last ten seconds.
	private static long now(Signals signals, Rise rise) {
		return Math.max(Math.round(rise.last()), signals.threads().stream().mapToLong(ThreadCount::count).sum());
	}

	// Only a kind with as many can be what grew.
	private static String most(Signals signals, Rise rise) {
		return signals.threads()
			.stream()
			.findFirst()
			.filter((kind) -> kind.count() >= rise.amount() / 2)
			.map((kind) -> ", %d of them '%s'".formatted(kind.count(), kind.name()))
			.orElse("");
	}

}
