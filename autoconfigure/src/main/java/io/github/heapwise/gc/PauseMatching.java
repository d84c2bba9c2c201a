package io.github.heapwise.gc;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * Joins what notifications tell (cause, pools, whole milliseconds) with what Flight
 * Recorder tells a second later (nanoseconds, phases), and passes on each event once.
 * <p>
 * The two count differently and share no number, so a recorded pause goes to the notified
 * one that began and ended next to it. Their clocks drift apart over hours; the offset is
 * learned from each pair. Thread-safe; events are passed on under its lock and in the
 * order of their end.
 */
final class PauseMatching implements RecordedPauses.Receiver {

	private static final int MAX_WAITING = 4096;

	// More than the clocks drift apart in an hour without any pause to learn from.
	private static final double MAX_DISTANCE_MILLIS = 2000;

	private static final double LEARNING_RATE = 0.2;

	// Two flushes, and some for a machine that is busy.
	private static final Duration MAX_WAIT = Duration.ofSeconds(5);

	private final Consumer<GcEvent> next;

	private final boolean remarkIsNotified;

	private final Deque<Waiting> waiting = new ArrayDeque<>();

	// Notified about later than recorded: they get a second chance.
	private List<RecordedPause> unmatched = List.of();

	private boolean recording;

	private double offsetMillis;

	/**
	 * Create a matching that passes events on at once until recording begins.
	 * @param remarkIsNotified whether the JVM notifies of Remark and Cleanup of G1; JDK
	 * 17 does not
	 * @param next receives the events
	 */
	PauseMatching(boolean remarkIsNotified, Consumer<GcEvent> next) {
		this.remarkIsNotified = remarkIsNotified;
		this.next = next;
	}

	/**
	 * Pauses are recorded from now on, or no longer.
	 * @param nowRecording whether to wait for them
	 */
	synchronized void setRecording(boolean nowRecording) {
		this.recording = nowRecording;
		this.unmatched = List.of();
		passOn(this.waiting.size());
	}

	/**
	 * A collection has been notified of.
	 * @param event the collection
	 * @param now when that was
	 */
	synchronized void notified(GcEvent event, Instant now) {
		this.waiting.add(new Waiting(event, now));
		if (!this.recording) {
			passOn(this.waiting.size());
		}
		else {
			passOn(this.waiting.size() - MAX_WAITING);
			passOnLate(now);
		}
	}

	/**
	 * Pass on what waited too long: Flight Recorder has stopped delivering.
	 * @param now the time
	 */
	synchronized void passOnLate(Instant now) {
		Instant deadline = now.minus(MAX_WAIT);
		// also where the clock was set back meanwhile
		passOn((int) this.waiting.stream()
			.takeWhile((first) -> first.since.isBefore(deadline) || first.since.isAfter(now))
			.count());
	}

	@Override
	public synchronized void recorded(List<RecordedPause> pauses, Map<Integer, String> youngTypeByGcId) {
		List<RecordedPause> late = new ArrayList<>();
		for (RecordedPause pause : Stream.concat(this.unmatched.stream(), pauses.stream()).toList()) {
			if (isUnknownToNotifications(pause)) {
				insert(Waiting.complete(event(pause)));
			}
			else if (!match(pause, youngTypeByGcId.get(pause.gcId())) && pauses.contains(pause)) {
				late.add(pause);
			}
		}
		this.unmatched = late;
		passOnComplete();
	}

	private boolean isUnknownToNotifications(RecordedPause pause) {
		return !this.remarkIsNotified && (pause.name().equals("Pause Remark") || pause.name().equals("Pause Cleanup"));
	}

	private static GcEvent event(RecordedPause pause) {
		return new GcEvent(pause.start(), "G1 Concurrent GC", GcKind.OTHER, pause.name(), "No GC",
				"end of concurrent GC pause", pause.nanos(), true, null, null);
	}

	private boolean match(RecordedPause pause, @Nullable String youngType) {
		Waiting nearest = this.waiting.stream()
			.filter(Waiting::isOpen)
			.min(Comparator.comparingDouble((candidate) -> distance(candidate, pause)))
			.orElse(null);
		if (nearest == null || distance(nearest, pause) > MAX_DISTANCE_MILLIS) {
			return false;
		}
		this.offsetMillis += LEARNING_RATE * (millis(pause.start()) - millis(nearest.event.time()) - this.offsetMillis);
		nearest.complete(pause, youngType);
		return true;
	}

	private double distance(Waiting candidate, RecordedPause pause) {
		double start = millis(candidate.event.time()) + this.offsetMillis;
		double end = millis(candidate.event.end()) + this.offsetMillis;
		return Math.abs(millis(pause.start()) - start) + Math.abs(millis(pause.start().plusNanos(pause.nanos())) - end);
	}

	private static double millis(Instant instant) {
		return instant.getEpochSecond() * 1e3 + instant.getNano() / 1e6;
	}

	private void insert(Waiting added) {
		List<Waiting> later = new ArrayList<>();
		while (!this.waiting.isEmpty() && this.waiting.getLast().event.end().isAfter(added.event.end())) {
			later.add(0, this.waiting.removeLast());
		}
		this.waiting.add(added);
		this.waiting.addAll(later);
	}

	// Whoever was there at the flush before and was not matched now never will be.
	private void passOnComplete() {
		this.waiting.forEach(Waiting::flushed);
		passOn((int) this.waiting.stream().takeWhile(Waiting::isComplete).count());
	}

	private void passOn(int count) {
		for (int i = 0; i < count; i++) {
			this.next.accept(this.waiting.remove().event);
		}
	}

	/**
	 * An event that waits for its exact duration, or for others before it.
	 */
	private static final class Waiting {

		private static final int FLUSHES = 2;

		private final Instant since;

		private GcEvent event;

		private int flushes;

		private Waiting(GcEvent event, Instant since) {
			this.event = event;
			this.since = since;
		}

		static Waiting complete(GcEvent event) {
			return new Waiting(event, event.end());
		}

		boolean isOpen() {
			return this.event.isPause() && !this.event.exact();
		}

		// A cycle waits too, so that its pauses come before it.
		boolean isComplete() {
			return this.event.exact() || this.flushes >= FLUSHES || (!this.event.isPause() && this.flushes > 0);
		}

		void flushed() {
			this.flushes++;
		}

		void complete(RecordedPause pause, @Nullable String youngType) {
			boolean mixed = this.event.kind() == GcKind.YOUNG && "Mixed".equals(youngType);
			this.event = this.event.withExact(mixed ? GcKind.MIXED : this.event.kind(), phase(pause, youngType),
					pause.nanos());
		}

		private static @Nullable String phase(RecordedPause pause, @Nullable String youngType) {
			if (pause.isNamed()) {
				return pause.name();
			}
			boolean plain = youngType == null || youngType.equals("Normal") || youngType.equals("Mixed");
			return plain ? null : "Young (" + youngType + ")";
		}

	}

}
