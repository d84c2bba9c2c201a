package io.github.heapwise.diagnosis.rule;

import java.util.List;

import io.github.heapwise.diagnosis.DiagnosisRule;

/**
 * The rules about waiting, CPU and load.
 */
public final class PerformanceRules {

	private PerformanceRules() {
	}

	/**
	 * Return all of them, causes before what they cause.
	 * @param thresholds what they compare with
	 * @return the rules
	 */
	public static List<DiagnosisRule> all(PerformanceThresholds thresholds) {
		return List.of(new LoopRule(thresholds), new PinnedRule(thresholds), new ThrottledRule(thresholds),
				new CpuRule(thresholds), new PoolRule(thresholds), new StallRule(thresholds),
				new WaitingRule(thresholds), new SlowByPausesRule(thresholds), new DominatingRouteRule(thresholds),
				new LittleLoadRule(thresholds));
	}

}
