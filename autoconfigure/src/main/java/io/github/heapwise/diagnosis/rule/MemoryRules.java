package io.github.heapwise.diagnosis.rule;

import java.time.Duration;
import java.util.List;

import io.github.heapwise.diagnosis.DiagnosisRule;

/**
 * All rules that tell what is wrong with memory and its collector.
 */
public final class MemoryRules {

	private MemoryRules() {
	}

	/**
	 * Return them all, causes before what follows from them.
	 * @param thresholds from where on they find something
	 * @return the rules
	 */
	public static List<DiagnosisRule> all(MemoryThresholds thresholds) {
		Duration warmUp = thresholds.warmUp();
		CollectorWorks works = new CollectorWorks(warmUp);
		return List.of(new MemoryGrows(thresholds.memoryGrows(), warmUp),
				new LiveNearLimit(thresholds.liveNearLimit(), thresholds.cost(), works),
				new ContainerLimit(thresholds.containerLimit()), new HeapTooLarge(),
				new ExplicitGc(thresholds.occurrences()), new DirectBuffersGrow(thresholds.directBuffers(), warmUp),
				new MetaspaceGrows(thresholds.metaspace(), warmUp), new ThreadsGrow(thresholds.threads(), warmUp),
				new FilesGrow(thresholds.files(), warmUp), new HeapTooSmall(thresholds.heapTooSmall(), works),
				new Humongous(thresholds.occurrences(), thresholds.cost(), works),
				new SurvivorOverflow(thresholds.promotion(), thresholds.cost(), works),
				new PrematurePromotion(thresholds.promotion(), thresholds.cost(), works),
				new AllocationPressure(thresholds.cost(), works), new AllocationStalls(thresholds.occurrences()),
				new EvacuationFailure(thresholds.occurrences()), new FullCollections(thresholds.occurrences(), works),
				new LongPauses(thresholds.longPauses(), works), new GcTime(thresholds.cost().budget(), works));
	}

}
