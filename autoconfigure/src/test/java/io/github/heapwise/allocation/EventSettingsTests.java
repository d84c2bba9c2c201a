package io.github.heapwise.allocation;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link EventSettings}, {@link SamplingMode} and {@link EventCounts}.
 */
class EventSettingsTests {

	@ParameterizedTest
	@CsvSource({ "ALL, false, true true, true true, false", "SLICED, false, true false, true true, false",
			"SLICED, true, true true, true true, false", "ALL_SLICED, false, true false, true false, false",
			"ALL_SLICED, true, true true, true true, false", "THROTTLED, false, false false, false true, true" })
	void settingsAreThoseOfTheMode(SamplingMode mode, boolean inSlice, String inNewTlab, String outsideTlab,
			String sample) {
		Map<String, String> settings = EventSettings.of(mode, inSlice);
		assertThat(describe(settings, AllocationEvent.IN_NEW_TLAB)).isEqualTo(inNewTlab);
		assertThat(describe(settings, AllocationEvent.OUTSIDE_TLAB)).isEqualTo(outsideTlab);
		assertThat(settings).containsEntry("jdk.ObjectAllocationSample#enabled", sample);
	}

	@ParameterizedTest
	@EnumSource
	void samplesAreAlwaysThrottledAndEverySettingIsGiven(SamplingMode mode) {
		assertThat(EventSettings.of(mode, false)).containsEntry("jdk.ObjectAllocationSample#throttle", "150/s")
			.hasSize(7)
			.containsOnlyKeys(EventSettings.of(SamplingMode.ALL, true).keySet());
	}

	@Test
	void onlyThrottledSamplesAreWeighedEvenly() {
		assertThat(SamplingMode.THROTTLED.regime()).isEqualTo(Regime.EVEN);
		assertThat(SamplingMode.ALL.regime()).isEqualTo(Regime.WEIGHED);
		assertThat(SamplingMode.SLICED.regime()).isEqualTo(Regime.WEIGHED);
		assertThat(SamplingMode.ALL_SLICED.regime()).isEqualTo(Regime.WEIGHED);
	}

	@Test
	void costGrowsWithTheDepthOfStacks() {
		EventCost cost = new EventCost(500, 80);
		assertThat(cost.nanos(10, 560)).isEqualTo(10 * 500 + 560 * 80);
		assertThat(EventCost.measured().nanos(1, 56)).isBetween(2_500.0, 3_500.0);
	}

	@Test
	void stacklessEventsAreTakenToBeAsDeepAsTheOthers() {
		assertThat(new EventCounts(10, 500, 30).allWithStack()).isEqualTo(new EventCounts(40, 2000, 0));
		assertThat(new EventCounts(0, 0, 2).allWithStack()).isEqualTo(new EventCounts(2, 128, 0));
		assertThat(new EventCounts(3, 9, 4).minus(new EventCounts(1, 4, 4))).isEqualTo(new EventCounts(2, 5, 0));
	}

	private static String describe(Map<String, String> settings, AllocationEvent event) {
		return settings.get(event.eventName() + "#enabled") + " " + settings.get(event.eventName() + "#stackTrace");
	}

}
