package io.github.heapwise.heapdump;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.LongSupplier;

import io.github.heapwise.heapdump.HeapDumpRefusedException.Cause;

/**
 * How often each trigger may have a dump: not again before some time has passed, and only
 * so often within 24 hours.
 * <p>
 * Counted on the JVM's clock, which nobody can set back. Thread-safe; keeps at most the
 * daily limit of numbers for each trigger.
 */
final class TriggerBudget {

	private static final long DAY_NANOS = Duration.ofDays(1).toNanos();

	private final long cooldownNanos;

	private final int dailyLimit;

	private final LongSupplier nanoTime;

	// when each trigger had its last dumps, the latest last
	private final Map<DumpTrigger, Deque<Long>> takenByTrigger = new EnumMap<>(DumpTrigger.class);

	/**
	 * Create a budget of which nothing is used.
	 * @param cooldown least time between two dumps of a trigger
	 * @param dailyLimit most dumps of a trigger within 24 hours, at least 1
	 * @param nanoTime time of the JVM's clock
	 */
	TriggerBudget(Duration cooldown, int dailyLimit, LongSupplier nanoTime) {
		this.cooldownNanos = cooldown.toNanos();
		this.dailyLimit = dailyLimit;
		this.nanoTime = nanoTime;
	}

	/**
	 * Count a dump of an earlier run.
	 * @param trigger what asked for it; to be told oldest first
	 * @param age how long ago
	 */
	synchronized void remember(DumpTrigger trigger, Duration age) {
		if (age.compareTo(Duration.ofDays(1)) < 0) {
			add(trigger, this.nanoTime.getAsLong() - age.toNanos());
		}
	}

	/**
	 * Use the budget for a dump.
	 * @param trigger what asks for it
	 * @throws HeapDumpRefusedException if it is used up, with the time until it is not
	 */
	synchronized void take(DumpTrigger trigger) {
		long now = this.nanoTime.getAsLong();
		Deque<Long> taken = taken(trigger);
		while (!taken.isEmpty() && now - taken.getFirst() >= DAY_NANOS) {
			taken.removeFirst();
		}
		if (!taken.isEmpty() && now - taken.getLast() < this.cooldownNanos) {
			throw tooSoon(trigger, now - taken.getLast());
		}
		if (taken.size() >= this.dailyLimit) {
			throw tooMany(trigger, DAY_NANOS - (now - taken.getFirst()));
		}
		add(trigger, now);
	}

	/**
	 * Undo the last {@link #take}: there is not going to be a dump.
	 * @param trigger what asked for it
	 */
	synchronized void giveBack(DumpTrigger trigger) {
		taken(trigger).pollLast();
	}

	private void add(DumpTrigger trigger, long nanos) {
		Deque<Long> taken = taken(trigger);
		if (taken.size() >= this.dailyLimit) {
			taken.removeFirst();
		}
		taken.addLast(nanos);
	}

	private Deque<Long> taken(DumpTrigger trigger) {
		return this.takenByTrigger.computeIfAbsent(trigger, (key) -> new ArrayDeque<>());
	}

	private HeapDumpRefusedException tooSoon(DumpTrigger trigger, long sinceNanos) {
		return refused(
				"Heap dump not started: the last one of trigger '%s' was %s ago, at least %s must lie between two. Wait, or lower 'heapwise.heapdump.cooldown'"
					.formatted(trigger.id(), TimeText.of(sinceNanos), TimeText.of(this.cooldownNanos)),
				this.cooldownNanos - sinceNanos);
	}

	private HeapDumpRefusedException tooMany(DumpTrigger trigger, long retryNanos) {
		return refused(
				"Heap dump not started: trigger '%s' had %d of %d in 24 hours, the next is possible in %s. Wait, or raise 'heapwise.heapdump.daily-limit'"
					.formatted(trigger.id(), this.dailyLimit, this.dailyLimit, TimeText.of(retryNanos)),
				retryNanos);
	}

	private static HeapDumpRefusedException refused(String message, long retryNanos) {
		return new HeapDumpRefusedException(Cause.BUSY, message, Duration.ofNanos(retryNanos));
	}

}
