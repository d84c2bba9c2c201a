package io.github.heapwise.gc;

import java.util.List;

/**
 * Some events in a row.
 *
 * @param firstSequence number of the first
 * @param events the events, the oldest first
 * @param missed how many that were asked for are no longer kept
 */
public record GcEvents(long firstSequence, List<GcEvent> events, long missed) {

	public GcEvents {
		events = List.copyOf(events);
	}

	/**
	 * Return the number the next event will have.
	 * @return what to ask for next time
	 */
	public long nextSequence() {
		return this.firstSequence + this.events.size();
	}

}
