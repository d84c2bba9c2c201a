package io.github.heapwise.diagnosis.autoconfigure;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.Assert;

/**
 * Configuration properties for the diagnosis.
 *
 * @param enabled Whether to look for what is wrong.
 * @param window How far back rules look. Those that watch something grow look back
 * further.
 */
@ConfigurationProperties("heapwise.diagnosis")
public record DiagnosisProperties(@DefaultValue("true") boolean enabled, @DefaultValue("2m") Duration window) {

	private static final Duration MIN_WINDOW = Duration.ofSeconds(30);

	private static final Duration MAX_WINDOW = Duration.ofMinutes(10);

	public DiagnosisProperties {
		Assert.isTrue(window.compareTo(MIN_WINDOW) >= 0 && window.compareTo(MAX_WINDOW) <= 0,
				() -> "'window' must be between 30s and 10m but was '%s'".formatted(window));
	}

}
