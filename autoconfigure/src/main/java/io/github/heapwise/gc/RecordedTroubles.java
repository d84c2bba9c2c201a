package io.github.heapwise.gc;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

import io.github.heapwise.jfr.EventSubscriber;
import jdk.jfr.consumer.RecordedEvent;

/**
 * Puts the troubles that Flight Recorder saw into a window, a second of them at a time.
 * Used by the stream's thread only.
 */
final class RecordedTroubles implements EventSubscriber {

	private static final String EVACUATION = "jdk.EvacuationFailed";

	private static final String PROMOTION = "jdk.PromotionFailed";

	private static final String STALL = "jdk.ZAllocationStall";

	private static final String EXPLICIT = "jdk.SystemGC";

	static final Map<String, String> SETTINGS = settings();

	private final TroubleWindow window;

	private final FailedCollections evacuations = new FailedCollections();

	private final FailedCollections promotions = new FailedCollections();

	private long stalls;

	private long stalledNanos;

	private long lastMillis;

	RecordedTroubles(TroubleWindow window) {
		this.window = window;
	}

	@Override
	public Map<String, Consumer<RecordedEvent>> consumers() {
		return Map.of(EVACUATION, (event) -> failed(event, this.evacuations), PROMOTION,
				(event) -> failed(event, this.promotions), STALL, this::stalled, EXPLICIT, this::called);
	}

	@Override
	public void flushed() {
		long evacuated = this.evacuations.sinceLastCall();
		long promoted = this.promotions.sinceLastCall();
		if (evacuated + promoted + this.stalls > 0) {
			this.window.add(this.lastMillis, evacuated, promoted, this.stalls, this.stalledNanos);
		}
		this.stalls = 0;
		this.stalledNanos = 0;
	}

	@Override
	public void failed(Throwable cause) {
		// the window keeps what it has
	}

	private void failed(RecordedEvent event, FailedCollections collections) {
		collections.add(event.getInt("gcId"));
		this.lastMillis = event.getEndTime().toEpochMilli();
	}

	private void stalled(RecordedEvent event) {
		this.stalls++;
		this.stalledNanos += event.getDuration().toNanos();
		this.lastMillis = event.getEndTime().toEpochMilli();
	}

	private void called(RecordedEvent event) {
		this.window.addCall(event.getEndTime().toEpochMilli(), ExplicitCaller.of(event.getStackTrace()));
	}

	private static Map<String, String> settings() {
		Map<String, String> settings = new HashMap<>();
		for (String event : new String[] { EVACUATION, PROMOTION, STALL, EXPLICIT }) {
			settings.put(event + "#enabled", "true");
			settings.put(event + "#threshold", "0 ns");
		}
		settings.put(STALL + "#stackTrace", "false");
		settings.put(EXPLICIT + "#stackTrace", "true");
		return Map.copyOf(settings);
	}

}
