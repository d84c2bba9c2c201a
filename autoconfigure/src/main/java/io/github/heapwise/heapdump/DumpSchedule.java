package io.github.heapwise.heapdump;

import java.time.Duration;
import java.time.Instant;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

/**
 * Tells when a dump is due, also where the clock is set or the process slept. Not
 * thread-safe.
 */
final class DumpSchedule {

	// A dump that was planned for the night is not wanted in the morning.
	private static final Duration MAX_DELAY = Duration.ofMinutes(1);

	private static final Duration CORRECTION = Duration.ofHours(1);

	private final UnaryOperator<@Nullable Instant> nextAfter;

	private Instant looked;

	private @Nullable Instant last;

	private @Nullable Instant next;

	/**
	 * Create a schedule.
	 * @param nextAfter returns the first planned time after another, {@code null} if
	 * there is none
	 * @param now the time
	 */
	DumpSchedule(UnaryOperator<@Nullable Instant> nextAfter, Instant now) {
		this.nextAfter = nextAfter;
		this.looked = now;
		this.next = nextAfter.apply(now);
	}

	/**
	 * Look at the clock. What was planned for times that it skipped is left out.
	 * @param now the time
	 * @return whether a dump is due
	 */
	boolean isDue(Instant now) {
		boolean setBack = now.isBefore(this.looked);
		this.looked = now;
		if (setBack) {
			this.next = this.nextAfter.apply(afterLast(now));
		}
		Instant planned = this.next;
		if (planned == null || now.isBefore(planned)) {
			return false;
		}
		this.last = planned;
		this.next = this.nextAfter.apply(now);
		return now.isBefore(planned.plus(MAX_DELAY));
	}

	/**
	 * Return how long to wait before the clock is looked at again.
	 * @param now the time
	 * @param longest the longest time to return
	 * @return a positive time
	 */
	Duration untilNext(Instant now, Duration longest) {
		Instant planned = this.next;
		if (planned == null || planned.isAfter(now.plus(longest))) {
			return longest;
		}
		Duration until = Duration.between(now, planned);
		return (until.compareTo(Duration.ofMillis(1)) > 0) ? until : Duration.ofMillis(1);
	}

	// A clock that is corrected by seconds is not to ask for the same dump twice.
	private Instant afterLast(Instant now) {
		Instant before = this.last;
		if (before != null && before.isAfter(now) && before.isBefore(now.plus(CORRECTION))) {
			return before;
		}
		return now;
	}

}
