package io.github.heapwise.diagnosis.autoconfigure;

import java.util.Locale;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Configuration properties for the health that follows from the diagnosis.
 *
 * @param criticalStatus Status of the health while a finding is critical, such as
 * 'UNKNOWN' or 'OUT_OF_SERVICE'. What is not 'UP' may take the application out of
 * service.
 */
@ConfigurationProperties("heapwise.diagnosis.health")
record DiagnosisHealthProperties(@DefaultValue("UP") String criticalStatus) {

	DiagnosisHealthProperties {
		criticalStatus = criticalStatus.strip().toUpperCase(Locale.ROOT).replace('-', '_');
		Allowed.check(criticalStatus.matches("[A-Z][A-Z0-9_]{0,63}"), "critical-status",
				"a status such as UP, UNKNOWN, OUT_OF_SERVICE or DOWN", criticalStatus);
	}

}
