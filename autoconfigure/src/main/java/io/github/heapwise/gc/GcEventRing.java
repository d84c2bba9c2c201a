package io.github.heapwise.gc;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Keeps the last events, numbered from 0. Thread-safe; half a KB an event.
 */
final class GcEventRing {

	// with half a dozen pools; names are shared
	private static final long BYTES_AN_EVENT = 500;

	private final @Nullable GcEvent[] events;

	private long next;

	/**
	 * Create an empty ring.
	 * @param capacity events kept
	 */
	GcEventRing(int capacity) {
		this.events = new GcEvent[capacity];
	}

	synchronized void add(GcEvent event) {
		this.events[index(this.next++)] = event;
	}

	/**
	 * Return the events from some number on.
	 * @param since the number, of a former {@link GcEvents#nextSequence()}; {@code null}
	 * for all. One that was not reached yet was given by an application that has ended
	 * since: all are returned
	 * @return the events that are kept
	 */
	synchronized GcEvents since(@Nullable Long since) {
		long oldest = Math.max(0, this.next - this.events.length);
		long asked = (since == null || since > this.next) ? oldest : since;
		long first = Math.max(oldest, asked);
		List<GcEvent> kept = new ArrayList<>();
		for (long number = first; number < this.next; number++) {
			GcEvent event = this.events[index(number)];
			if (event != null) {
				kept.add(event);
			}
		}
		return new GcEvents(first, kept, first - asked);
	}

	synchronized long heapBytes() {
		return BYTES_AN_EVENT * Math.min(this.next, this.events.length) + 4L * this.events.length;
	}

	private int index(long number) {
		return (int) (number % this.events.length);
	}

}
