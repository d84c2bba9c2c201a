package io.github.heapwise.diagnosis.rule;

import java.time.Duration;

import io.github.heapwise.diagnosis.CollectorTroubles;
import io.github.heapwise.diagnosis.Evidence;
import io.github.heapwise.diagnosis.Judgement;
import io.github.heapwise.diagnosis.Severity;
import io.github.heapwise.diagnosis.Signals;
import io.github.heapwise.diagnosis.rule.MemoryThresholds.Occurrences;

/**
 * Looks for threads that had to wait for ZGC to free memory.
 */
final class AllocationStalls extends NamedRule {

	private static final double NANOS_PER_MILLI = 1e6;

	private static final double CRITICAL_RATIO = 0.05;

	private final Duration least;

	AllocationStalls(Occurrences occurrences) {
		super("allocation-stalls", "Threads wait for memory");
		this.least = occurrences.stalled();
	}

	@Override
	public Judgement judge(Signals signals) {
		CollectorTroubles troubles = signals.troubles();
		if (!signals.machine().collector().equals("ZGC")) {
			return Judgement.passed();
		}
		if (!troubles.known()) {
			return withoutRecording(signals);
		}
		Evidence evidence = new Evidence("Time that threads waited for memory",
				troubles.stalledNanos() / NANOS_PER_MILLI, this.least.toNanos() / NANOS_PER_MILLI, "ms",
				signals.window(), null);
		if (troubles.allocationStalls() == 0 || troubles.stalledNanos() < this.least.toNanos()) {
			return Judgement.passed(evidence);
		}
		String title = "Threads waited %s for ZGC to free memory, %s together"
			.formatted(Quantity.count(troubles.allocationStalls(), "time"), Quantity.millis(troubles.stalledNanos()));
		boolean critical = troubles.stalledNanos() >= CRITICAL_RATIO * signals.window().length().toNanos();
		return found(critical ? Severity.CRITICAL : Severity.WARNING, title, evidence);
	}

	private Judgement withoutRecording(Signals signals) {
		long cycles = signals.collections().stream().filter(Causes::isStall).count();
		if (cycles == 0) {
			return Judgement.undecided("Flight Recorder does not record, and nobody else tells", null);
		}
		return found(Severity.WARNING,
				"Threads waited for ZGC to free memory in %s".formatted(Quantity.count(cycles, "cycle")),
				new Evidence("Cycles that threads waited for", cycles, 1.0, "count", signals.window(), null));
	}

	private Judgement found(Severity severity, String title, Evidence evidence) {
		return FindingDraft.of(severity, FindingDraft.MECHANISM, title)
			.evidence(evidence)
			.advice("Give ZGC room: raise the heap's limit ('-Xmx'), for it has to finish before the heap is full.",
					"Give it CPUs: with fewer than it needs ('-XX:ConcGCThreads') it frees slower than the application allocates.",
					"Allocate less where most is allocated.", "It helped when no thread waits under the same load.")
			.foundInCollections("allocation-stalls", "See the cycles of the collector");
	}

}
