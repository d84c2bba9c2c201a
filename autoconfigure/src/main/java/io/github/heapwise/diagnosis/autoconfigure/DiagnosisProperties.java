package io.github.heapwise.diagnosis.autoconfigure;

import java.time.Duration;
import java.util.List;

import io.github.heapwise.diagnosis.DiagnosisRule;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.Assert;

/**
 * Configuration properties for the diagnosis.
 *
 * @param enabled Whether to look for what is wrong.
 * @param window How far back rules look. Those that watch something grow look back
 * further.
 * @param disabledRules Rules that are not asked, by their ids.
 * @param survivorSampling Looking for who allocated what stays.
 */
@ConfigurationProperties("heapwise.diagnosis")
public record DiagnosisProperties(@DefaultValue("true") boolean enabled, @DefaultValue("2m") Duration window,
		@DefaultValue List<String> disabledRules, @DefaultValue SurvivorSampling survivorSampling) {

	private static final Duration MIN_WINDOW = Duration.ofSeconds(30);

	private static final Duration MAX_WINDOW = Duration.ofMinutes(10);

	public DiagnosisProperties {
		Assert.isTrue(window.compareTo(MIN_WINDOW) >= 0 && window.compareTo(MAX_WINDOW) <= 0,
				() -> "'window' must be between 30s and 10m but was '%s'".formatted(window));
		disabledRules = List.copyOf(disabledRules);
	}

	/**
	 * Return the rules to ask.
	 * @param rules all there are
	 * @return those that are not disabled
	 */
	List<DiagnosisRule> asked(List<DiagnosisRule> rules) {
		List<String> ids = rules.stream().map(DiagnosisRule::id).toList();
		for (String disabled : this.disabledRules) {
			Assert.isTrue(ids.contains(disabled), () -> "'%s' must be among %s but was '%s'"
				.formatted("heapwise.diagnosis.disabled-rules", String.join(", ", ids), disabled));
		}
		return rules.stream().filter((rule) -> !this.disabledRules.contains(rule.id())).toList();
	}

	/**
	 * Looking for who allocated what stays.
	 *
	 * @param enabled Whether to look, while memory held seems to grow, which functions
	 * allocated what survives.
	 */
	public record SurvivorSampling(@DefaultValue("true") boolean enabled) {

	}

}
