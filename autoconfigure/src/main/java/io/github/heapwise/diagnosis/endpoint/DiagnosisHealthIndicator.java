package io.github.heapwise.diagnosis.endpoint;

import java.util.LinkedHashMap;
import java.util.Map;

import io.github.heapwise.diagnosis.Diagnosis;
import io.github.heapwise.diagnosis.LatestDiagnosis;
import io.github.heapwise.diagnosis.PlainText;
import io.github.heapwise.diagnosis.Severity;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;

/**
 * {@link HealthIndicator} that tells what the latest diagnosis found. Up unless something
 * is critical, and then what the user says it is.
 */
public class DiagnosisHealthIndicator extends AbstractHealthIndicator {

	private final LatestDiagnosis latest;

	private final Status critical;

	/**
	 * Create an indicator.
	 * @param latest the latest diagnosis
	 * @param critical status where a finding is critical
	 */
	public DiagnosisHealthIndicator(LatestDiagnosis latest, Status critical) {
		super("The diagnosis could not be read");
		this.latest = latest;
		this.critical = critical;
	}

	@Override
	protected void doHealthCheck(Health.Builder builder) {
		Diagnosis diagnosis = this.latest.get();
		builder.status(isCritical(diagnosis) ? this.critical : Status.UP)
			.withDetail("verdict", (diagnosis != null) ? PlainText.line(diagnosis.verdict()) : "Not diagnosed yet")
			.withDetail("findings", (diagnosis != null) ? findings(diagnosis) : Map.of());
	}

	private static boolean isCritical(@Nullable Diagnosis diagnosis) {
		return diagnosis != null && diagnosis.findings()
			.stream()
			.anyMatch((found) -> found.finding().severity() == Severity.CRITICAL);
	}

	private static Map<String, String> findings(Diagnosis diagnosis) {
		Map<String, String> severityByRule = new LinkedHashMap<>();
		diagnosis.findings()
			.forEach((found) -> severityByRule.put(found.rule(), FindingDescriptor.word(found.finding().severity())));
		return severityByRule;
	}

}
