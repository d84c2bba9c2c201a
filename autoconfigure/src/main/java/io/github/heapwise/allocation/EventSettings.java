package io.github.heapwise.allocation;

import java.util.HashMap;
import java.util.Map;

/**
 * Settings of the allocation events for a sampling mode.
 */
final class EventSettings {

	// Off unless set in a stream of one's own, and then 1,000s of events a second.
	private static final String THROTTLE = "150/s";

	private EventSettings() {
	}

	/**
	 * Return the settings as {@code RecordingStream.setSettings} takes them: one call
	 * changes all, since every change costs.
	 * @param mode what to record
	 * @param inSlice whether stacks are taken if they are taken in slices
	 * @return the settings
	 */
	static Map<String, String> of(SamplingMode mode, boolean inSlice) {
		boolean tlab = mode != SamplingMode.THROTTLED;
		Map<String, String> settings = new HashMap<>();
		put(settings, AllocationEvent.IN_NEW_TLAB, tlab, mode == SamplingMode.ALL || inSlice);
		put(settings, AllocationEvent.OUTSIDE_TLAB, tlab, mode != SamplingMode.ALL_SLICED || inSlice);
		put(settings, AllocationEvent.SAMPLE, !tlab, true);
		settings.put(AllocationEvent.SAMPLE.eventName() + "#throttle", THROTTLE);
		return settings;
	}

	private static void put(Map<String, String> settings, AllocationEvent event, boolean enabled, boolean stack) {
		settings.put(event.eventName() + "#enabled", String.valueOf(enabled));
		settings.put(event.eventName() + "#stackTrace", String.valueOf(stack));
	}

}
