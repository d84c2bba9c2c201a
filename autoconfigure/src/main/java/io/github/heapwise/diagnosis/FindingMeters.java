package io.github.heapwise.diagnosis;

import java.util.List;
import java.util.Locale;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;

/**
 * A gauge for each rule and severity that says whether it finds something as bad as that.
 * Tells what the latest diagnosis said, and makes none.
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
			for (Severity severity : Severity.values()) {
				Gauge.builder("heapwise.finding", this.diagnosis, (latest) -> finds(latest, rule, severity))
					.tag("id", rule)
					.tag("severity", severity.name().toLowerCase(Locale.ROOT))
					.description("1 while a rule finds something of a severity")
					.strongReference(true)
					.register(registry);
			}
		}
	}

	private static int finds(LatestDiagnosis latest, String rule, Severity severity) {
		return (latest.severity(rule) == severity) ? 1 : 0;
	}

}
