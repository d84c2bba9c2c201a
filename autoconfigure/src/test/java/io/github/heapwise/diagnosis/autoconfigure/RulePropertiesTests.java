package io.github.heapwise.diagnosis.autoconfigure;

import java.time.Duration;
import java.util.Map;

import io.github.heapwise.diagnosis.FindingLogSettings;
import io.github.heapwise.diagnosis.rule.MemoryThresholds;
import io.github.heapwise.diagnosis.rule.PerformanceThresholds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * Tests for {@link MemoryRuleProperties}, {@link CollectorRuleProperties},
 * {@link PerformanceRuleProperties} and {@link FindingLogProperties}.
 */
class RulePropertiesTests {

	@Test
	void defaultsAreThoseOfTheRules() {
		assertThat(memory(Map.of())).isEqualTo(MemoryThresholds.defaults());
		assertThat(performance(Map.of())).isEqualTo(PerformanceThresholds.DEFAULTS);
		assertThat(bind(FindingLogProperties.class, "heapwise.diagnosis.log", Map.of()).settings())
			.isEqualTo(FindingLogSettings.DEFAULTS);
	}

	@ParameterizedTest
	@CsvSource({ "memory-grows.fills-within, 5d", "live-near-limit.warning-ratio, 0.7", "warm-up, 1m",
			"live-near-limit.critical-ratio, 0.9", "container-limit.critical-ratio, 0.99",
			"collector-cost.cpu-ratio, 0.2", "promotion.heaps-per-minute, 2", "long-pauses.pause, 50ms",
			"gc-time.seconds, 10", "heap-too-small.freed-ratio, 0.2", "explicit-gc.calls, 1",
			"full-collections.per-minute, 7", "evacuation-failure.collections, 9", "allocation-stalls.stalled, 1s",
			"humongous.collections, 8", "direct-buffers-grow.rise, 1MB", "metaspace-grows.over, 10m",
			"threads-grow.rise, 5", "files-grow.limit-ratio, 0.5" })
	void eachThresholdOfMemoryIsAProperty(String property, String value) {
		assertThat(memory(Map.of("heapwise.diagnosis." + property, value))).isNotEqualTo(MemoryThresholds.defaults());
	}

	@ParameterizedTest
	@CsvSource({ "warm-up, 1m", "stall.median, 5ms", "stall.seconds, 9", "pool-saturated.p99, 1s",
			"loop-blocked.max, 1s", "threads-pinned.per-second, 2", "waiting-on-io.long-poll, 1m",
			"waiting-on-io.stopped-ratio, 0.3", "cpu-bound.request-time, 1ms", "cpu-throttled.throttled-ratio, 0.1",
			"route-dominates.per-second, 1MB", "slow-by-pauses.slower-by, 1s", "too-little-load.lasts, 5s",
			"too-little-load.requests, 5" })
	void eachThresholdOfPerformanceIsAProperty(String property, String value) {
		assertThat(performance(Map.of("heapwise.diagnosis." + property, value)))
			.isNotEqualTo(PerformanceThresholds.DEFAULTS);
	}

	@Test
	void timesAndSizesHaveTheirUnits() {
		PerformanceThresholds thresholds = performance(
				Map.of("heapwise.diagnosis.stall.median", "1500us", "heapwise.diagnosis.route-dominates.per-second",
						"2KB", "heapwise.diagnosis.too-little-load.lasts", "1m"));
		assertThat(thresholds.stall().medianMillis()).isEqualTo(1.5);
		assertThat(thresholds.dominates().bytesPerSecond()).isEqualTo(2048);
		assertThat(thresholds.load().seconds()).isEqualTo(60);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '"',
			value = { "memory-grows.rise-ratio | 2 | 'rise-ratio' must be above 0 and at most 1 but was '2.0'",
					"collector-cost.pause-ratio | NaN | 'pause-ratio' must be above 0 and at most 1 but was 'NaN'",
					"gc-time.per-second | 2s | 'per-second' must be above 0s and at most 1s but was 'PT2S'",
					"gc-time.seconds | 0 | 'seconds' must be above 0 but was '0'",
					"long-pauses.intolerable | 1ms | 'intolerable' must be at least that of 'pause', 'PT0.2S', but was 'PT0.001S'",
					"live-near-limit.critical-ratio | 0.5 | 'critical-ratio' must be at least that of 'warning-ratio', '0.8', but was '0.5'",
					"threads-grow.over | 2h | 'over' must be above 0s and at most 50m but was 'PT2H'",
					"warm-up | -1s | 'warm-up' must be from 0s to below 1h but was 'PT-1S'",
					"direct-buffers-grow.rise | -5MB | 'rise' must be above 0 but was '-5242880'" })
	void aValueThatIsNotAllowedIsNamed(String property, String value, String message) {
		Map<String, String> properties = Map.of("heapwise.diagnosis." + property, value);
		assertThatThrownBy(() -> memory(properties)).rootCause().hasMessage(message);
	}

	@Test
	void statusesOfHealthAreWrittenAsBootDoes() {
		assertThat(bind(DiagnosisHealthProperties.class, "heapwise.diagnosis.health",
				Map.of("heapwise.diagnosis.health.critical-status", "out-of-service"))
			.criticalStatus()).isEqualTo("OUT_OF_SERVICE");
	}

	private static MemoryThresholds memory(Map<String, String> properties) {
		return bind(MemoryRuleProperties.class, "heapwise.diagnosis", properties)
			.thresholds(bind(CollectorRuleProperties.class, "heapwise.diagnosis", properties));
	}

	private static PerformanceThresholds performance(Map<String, String> properties) {
		Duration warmUp = bind(MemoryRuleProperties.class, "heapwise.diagnosis", properties).warmUp();
		return bind(PerformanceRuleProperties.class, "heapwise.diagnosis", properties).thresholds(warmUp);
	}

	private static <T> T bind(Class<T> type, String prefix, Map<String, String> properties) {
		return new Binder(new MapConfigurationPropertySource(properties)).bindOrCreate(prefix, type);
	}

}
