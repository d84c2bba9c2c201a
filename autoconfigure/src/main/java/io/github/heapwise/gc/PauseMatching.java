package io.github.heapwise.gc;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

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

	private static final double MAX_DURATION_DIFFERENCE_MILLIS = 2;

	// JFR delivers within two seconds, but for a machine that is busy.
	private static final Duration MAX_WAIT = Duration.ofSeconds(10);

	private final boolean remarkIsNotified;

	private final Clock clock;

	private final JvmTime time;

	private final Consumer<GcEvent> next;

	private final ClockOffset offset = new ClockOffset();

	private final Deque<WaitingEvent> waiting = new ArrayDeque<>();

	private final Map<Integer, String> youngTypes = new HashMap<>();

	// Not notified about yet.
	private List<RecordedPause> unmatched = List.of();

	private double lastRecordedMillis = Double.NEGATIVE_INFINITY;

	private boolean expected;

	private boolean recording;

	private long lastDeliveryNanos;

	/**
	 * Create a matching that passes events on at once until pauses are recorded.
	 * @param remarkIsNotified whether the JVM notifies of Remark and Cleanup of G1; JDK
	 * 17 does not
	 * @param clock tells the time
	 * @param time converts times of the JVM
	 * @param next receives the events
	 */
	PauseMatching(boolean remarkIsNotified, Clock clock, JvmTime time, Consumer<GcEvent> next) {
		this.remarkIsNotified = remarkIsNotified;
		this.clock = clock;
		this.time = time;
		this.next = next;
	}

	/**
	 * Pauses may be recorded from now on.
	 */
	synchronized void expectRecording() {
		this.expected = true;
		this.offset.known(this.time.nowMillis());
	}

	/**
	 * Return whether pauses are recorded, so that events wait for them.
	 * @return {@code true} from the first delivery on, as long as they come
	 */
	synchronized boolean isRecording() {
		return this.recording && System.nanoTime() - this.lastDeliveryNanos < MAX_WAIT.toNanos();
	}

	@Override
	public synchronized void endRecording() {
		this.expected = false;
		this.recording = false;
		this.unmatched = List.of();
		passOn(this.waiting.size());
	}

	/**
	 * A collection has been notified of.
	 * @param event the collection
	 */
	synchronized void notified(GcEvent event) {
		this.waiting.add(new WaitingEvent(event, this.clock.instant()));
		passOn(isRecording() ? this.waiting.size() - MAX_WAITING : this.waiting.size());
		passOnComplete();
	}

	/**
	 * Pass on what is complete, and what waited too long: Flight Recorder may have
	 * stopped delivering.
	 */
	synchronized void passOnComplete() {
		Instant now = this.clock.instant();
		passOn((int) this.waiting.stream().takeWhile((first) -> !first.isOpen() || isOver(first.since(), now)).count());
	}

	// also where the clock was set back meanwhile
	private static boolean isOver(Instant since, Instant now) {
		return since.isBefore(now.minus(MAX_WAIT)) || since.isAfter(now);
	}

	@Override
	public synchronized void recorded(List<RecordedPause> pauses, Map<Integer, String> youngTypeByGcId) {
		if (!this.expected) {
			// a delivery that was under way when it ended
			return;
		}
		this.recording = true;
		this.lastDeliveryNanos = System.nanoTime();
		this.youngTypes.putAll(youngTypeByGcId);
		keep(withoutEvent(pauses, this.clock.instant()));
		giveUpPassedOver();
		this.lastRecordedMillis = pauses.stream()
			.mapToDouble(ClockOffset::endMillis)
			.max()
			.orElse(Double.NEGATIVE_INFINITY);
		passOnComplete();
	}

	private List<RecordedPause> withoutEvent(List<RecordedPause> pauses, Instant now) {
		List<RecordedPause> early = new ArrayList<>();
		for (RecordedPause pause : this.unmatched) {
			if (!isOver(pause.start(), now) && !match(pause, false)) {
				early.add(pause);
			}
		}
		for (RecordedPause pause : pauses) {
			if (isUnknownToNotifications(pause)) {
				insert(new WaitingEvent(event(pause), now));
			}
			else if (!match(pause, pauses.size() == 1)) {
				early.add(pause);
			}
		}
		return early;
	}

	// Pauses are delivered in order, but for those of one delivery: what the one before
	// has passed over will not come.
	private void giveUpPassedOver() {
		long now = this.time.nowMillis();
		this.waiting.stream()
			.filter((candidate) -> this.offset.isLongBefore(candidate.event(), this.lastRecordedMillis, now))
			.forEach(WaitingEvent::giveUp);
	}

	private void keep(List<RecordedPause> early) {
		this.unmatched = early;
		this.youngTypes.keySet().retainAll(this.unmatched.stream().map(RecordedPause::gcId).toList());
	}

	private boolean isUnknownToNotifications(RecordedPause pause) {
		return !this.remarkIsNotified && (pause.name().equals("Pause Remark") || pause.name().equals("Pause Cleanup"));
	}

	private GcEvent event(RecordedPause pause) {
		return new GcEvent(pause.start(), this.time.uptimeMillis(pause.start()), "G1 Concurrent GC", GcKind.OTHER,
				pause.name(), "No GC", "end of concurrent GC pause", pause.nanos(), true, null, null);
	}

	private boolean match(RecordedPause pause, boolean alone) {
		WaitingEvent nearest = this.waiting.stream()
			.filter(WaitingEvent::isOpen)
			.min(Comparator.comparingDouble((candidate) -> this.offset.distanceMillis(candidate.event(), pause)))
			.orElse(null);
		if (nearest == null) {
			return false;
		}
		if (!this.offset.isNear(nearest.event(), pause) && !(alone && isSetClock(nearest.event(), pause))) {
			return false;
		}
		this.offset.learn(nearest.event(), pause);
		nearest.complete(pause, this.youngTypes.get(pause.gcId()));
		return true;
	}

	// Somebody set the clock, which JFR notices only with its next chunk.
	private boolean isSetClock(GcEvent nearest, RecordedPause pause) {
		boolean onlyOne = this.waiting.stream().filter(WaitingEvent::isOpen).count() == 1;
		double difference = (pause.nanos() - nearest.durationNanos()) / 1e6;
		boolean found = onlyOne && this.unmatched.isEmpty() && Math.abs(difference) < MAX_DURATION_DIFFERENCE_MILLIS;
		if (found) {
			this.offset.reset(nearest, pause);
		}
		return found;
	}

	private void insert(WaitingEvent added) {
		List<WaitingEvent> later = new ArrayList<>();
		while (!this.waiting.isEmpty() && this.waiting.getLast().event().end().isAfter(added.event().end())) {
			later.add(0, this.waiting.removeLast());
		}
		this.waiting.add(added);
		this.waiting.addAll(later);
	}

	private void passOn(int count) {
		for (int i = 0; i < count; i++) {
			this.next.accept(this.waiting.remove().event());
		}
	}

}
