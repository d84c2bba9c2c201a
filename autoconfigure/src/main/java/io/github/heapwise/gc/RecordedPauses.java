package io.github.heapwise.gc;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import io.github.heapwise.jfr.EventSubscriber;
import jdk.jfr.consumer.RecordedEvent;

/**
 * Collects the pauses that Flight Recorder saw, a second of them at a time. Used by the
 * stream's thread only.
 */
final class RecordedPauses implements EventSubscriber {

	private static final String PAUSE = "jdk.GCPhasePause";

	private static final String YOUNG = "jdk.G1GarbageCollection";

	static final Map<String, String> SETTINGS = Map.of(PAUSE + "#enabled", "true", PAUSE + "#threshold", "0 ns",
			YOUNG + "#enabled", "true", YOUNG + "#threshold", "0 ns");

	private final Receiver receiver;

	private final List<RecordedPause> pauses = new ArrayList<>();

	private final Map<Integer, String> youngTypeByGcId = new HashMap<>();

	RecordedPauses(Receiver receiver) {
		this.receiver = receiver;
	}

	@Override
	public Map<String, Consumer<RecordedEvent>> consumers() {
		return Map.of(PAUSE, this::paused, YOUNG, this::collectedYoung);
	}

	@Override
	public void flushed() {
		this.pauses.sort(Comparator.comparing(RecordedPause::start));
		this.receiver.recorded(List.copyOf(this.pauses), Map.copyOf(this.youngTypeByGcId));
		this.pauses.clear();
		this.youngTypeByGcId.clear();
	}

	@Override
	public void failed(Throwable cause) {
		this.receiver.endRecording();
	}

	private void paused(RecordedEvent event) {
		this.pauses.add(new RecordedPause(event.getInt("gcId"), event.getString("name"), event.getStartTime(),
				event.getDuration().toNanos()));
	}

	private void collectedYoung(RecordedEvent event) {
		this.youngTypeByGcId.put(event.getInt("gcId"), event.getString("type"));
	}

	/**
	 * Receives what was recorded since the last call.
	 */
	interface Receiver {

		/**
		 * All pauses of about a second.
		 * @param pauses the pauses in the order of their start, possibly none
		 * @param youngTypeByGcId what G1 calls its collections of the young generation
		 */
		void recorded(List<RecordedPause> pauses, Map<Integer, String> youngTypeByGcId);

		/**
		 * No more pauses will be recorded.
		 */
		void endRecording();

	}

}
