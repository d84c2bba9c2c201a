package io.github.heapwise.diagnosis;

import java.util.List;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.jspecify.annotations.Nullable;

/**
 * A gauge for each rule that says whether it finds something, and how bad that is. Tells
 * what the latest diagnosis said, and makes none.
 */
public final class FindingMeters implements MeterBinder {

	private final List<String> rules;

	private final LatestDiagnosis diagnosis;

	/**
	 * Create the meters.
	 * @param rules ids of all rules
	 * @param diagnosis what they said
	 */
	public FindingMeters(List<String> rules, LatestDiagnosis diagnosis) {
		this.rules = rules.stream().distinct().toList();
		this.diagnosis = diagnosis;
	}

	@Override
	public void bindTo(MeterRegistry registry) {
		for (String rule : this.rules) {
			Gauge.builder("heapwise.finding", this.diagnosis, (latest) -> level(latest.severity(rule)))
				.tag("rule", rule)
				.description("What a rule finds: 0 nothing, 1 for information, 2 a warning, 3 critical")
				.strongReference(true)
				.register(registry);
		}
	}

	private static int level(@Nullable Severity severity) {
		return (severity != null) ? severity.ordinal() + 1 : 0;
	}

}
