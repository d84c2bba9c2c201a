package io.github.heapwise.diagnosis.autoconfigure;

import java.time.Duration;

import io.github.heapwise.diagnosis.rule.MemoryThresholds;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Configuration properties for the rules of the collector: from where on they find
 * something.
 *
 * @param collectorCost When the collector costs too much, for all rules that look for
 * why.
 * @param promotion When too much dies in the old generation, or survivors overflow.
 * @param longPauses Single pauses.
 * @param gcTime Pauses together.
 * @param heapTooSmall Collections that free little.
 * @param explicitGc Calls of System.gc().
 * @param fullCollections Full collections.
 * @param evacuationFailure Collections that find no room.
 * @param allocationStalls Threads that wait for memory.
 * @param humongous Very large objects.
 */
@ConfigurationProperties("heapwise.diagnosis")
record CollectorRuleProperties(@DefaultValue CollectorCost collectorCost, @DefaultValue Promotion promotion,
		@DefaultValue LongPauses longPauses, @DefaultValue GcTime gcTime, @DefaultValue HeapTooSmall heapTooSmall,
		@DefaultValue ExplicitGc explicitGc, @DefaultValue FullCollections fullCollections,
		@DefaultValue EvacuationFailure evacuationFailure, @DefaultValue AllocationStalls allocationStalls,
		@DefaultValue Humongous humongous) {

	MemoryThresholds.Cost cost() {
		return new MemoryThresholds.Cost(this.collectorCost.pauseRatio(), this.collectorCost.cpuRatio(),
				new MemoryThresholds.GcTime(this.gcTime.perSecond(), this.gcTime.seconds()));
	}

	MemoryThresholds.Promotion promoted() {
		return new MemoryThresholds.Promotion(this.promotion.heapsPerMinute(), this.promotion.survivorRatio());
	}

	MemoryThresholds.LongPauses pauses() {
		return new MemoryThresholds.LongPauses(this.longPauses.pause(), this.longPauses.intolerable());
	}

	MemoryThresholds.HeapTooSmall tooSmall() {
		return new MemoryThresholds.HeapTooSmall(this.heapTooSmall.pauseRatio(), this.heapTooSmall.freedRatio());
	}

	MemoryThresholds.Occurrences occurrences() {
		return new MemoryThresholds.Occurrences(this.explicitGc.calls(), this.fullCollections.perMinute(),
				this.evacuationFailure.collections(), this.allocationStalls.stalled(), this.humongous.collections());
	}

	/**
	 * When the collector costs too much.
	 *
	 * @param pauseRatio Share of the time in pauses.
	 * @param cpuRatio Share of the process's CPU time.
	 */
	record CollectorCost(@DefaultValue("0.1") double pauseRatio, @DefaultValue("0.3") double cpuRatio) {

		CollectorCost {
			Allowed.ratio("pause-ratio", pauseRatio);
			Allowed.ratio("cpu-ratio", cpuRatio);
		}

	}

	/**
	 * When too much dies in the old generation.
	 *
	 * @param heapsPerMinute How much a minute, as a share of the heap.
	 * @param survivorRatio Share of a survivor space from where on it counts as full.
	 */
	record Promotion(@DefaultValue("0.5") double heapsPerMinute, @DefaultValue("0.95") double survivorRatio) {

		Promotion {
			Allowed.positive("heaps-per-minute", heapsPerMinute);
			Allowed.ratio("survivor-ratio", survivorRatio);
		}

	}

	/**
	 * When a pause is long.
	 *
	 * @param pause Length from where on two are worth a warning.
	 * @param intolerable Length from where on one is.
	 */
	record LongPauses(@DefaultValue("200ms") Duration pause, @DefaultValue("1s") Duration intolerable) {

		LongPauses {
			Allowed.time("pause", pause);
			Allowed.time("intolerable", intolerable);
			Allowed.notBelow("intolerable", intolerable, "pause", pause);
		}

	}

	/**
	 * When pauses take too much of a second.
	 *
	 * @param perSecond Time in pauses of a second that is too much.
	 * @param seconds Number of such seconds for a warning.
	 */
	record GcTime(@DefaultValue("100ms") Duration perSecond, @DefaultValue("3") int seconds) {

		GcTime {
			Allowed.time("per-second", perSecond, Duration.ofSeconds(1));
			Allowed.positive("seconds", seconds);
		}

	}

	/**
	 * When collections free little.
	 *
	 * @param pauseRatio Share of the time in pauses from where on it matters.
	 * @param freedRatio Share of the heap that a collection should free at least.
	 */
	record HeapTooSmall(@DefaultValue("0.1") double pauseRatio, @DefaultValue("0.1") double freedRatio) {

		HeapTooSmall {
			Allowed.ratio("pause-ratio", pauseRatio);
			Allowed.ratio("freed-ratio", freedRatio);
		}

	}

	/**
	 * When the application collects itself.
	 *
	 * @param calls Calls of System.gc() for a warning.
	 */
	record ExplicitGc(@DefaultValue("3") int calls) {

		ExplicitGc {
			Allowed.positive("calls", calls);
		}

	}

	/**
	 * When Serial and Parallel collect everything too often.
	 *
	 * @param perMinute Full collections a minute for a warning.
	 */
	record FullCollections(@DefaultValue("2") int perMinute) {

		FullCollections {
			Allowed.positive("per-minute", perMinute);
		}

	}

	/**
	 * When collections find no room.
	 *
	 * @param collections Such collections for a warning.
	 */
	record EvacuationFailure(@DefaultValue("2") int collections) {

		EvacuationFailure {
			Allowed.positive("collections", collections);
		}

	}

	/**
	 * When threads wait for memory.
	 *
	 * @param stalled Time that threads waited, together, for a warning.
	 */
	record AllocationStalls(@DefaultValue("10ms") Duration stalled) {

		AllocationStalls {
			Allowed.time("stalled", stalled);
		}

	}

	/**
	 * When very large objects are allocated.
	 *
	 * @param collections Collections begun for one for a warning.
	 */
	record Humongous(@DefaultValue("3") int collections) {

		Humongous {
			Allowed.positive("collections", collections);
		}

	}

}
