package io.github.heapwise.heapdump;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.UnaryOperator;

import io.github.heapwise.jvm.OwnThread;
import org.jspecify.annotations.Nullable;

/**
 * Asks for a dump at planned times, on a thread of its own. It looks at the clock twice a
 * minute at least, so that it notices when that is set.
 */
final class ScheduleTrigger implements AutomaticTrigger {

	private static final Duration MAX_SLEEP = Duration.ofSeconds(30);

	private final UnaryOperator<@Nullable Instant> nextAfter;

	private final Clock clock;

	private final TriggerRequests requests;

	private final OwnThread thread = new OwnThread("dump-schedule", this::run);

	/**
	 * Create a trigger that does nothing yet.
	 * @param nextAfter returns the first planned time after another, {@code null} if
	 * there is none
	 * @param clock tells the time
	 * @param requests asks for dumps
	 */
	ScheduleTrigger(UnaryOperator<@Nullable Instant> nextAfter, Clock clock, TriggerRequests requests) {
		this.nextAfter = nextAfter;
		this.clock = clock;
		this.requests = requests;
	}

	@Override
	public void start() {
		this.thread.start();
	}

	@Override
	public void close() {
		this.thread.close();
	}

	private void run(OwnThread self) {
		DumpSchedule schedule = new DumpSchedule(this.nextAfter, this.clock.instant());
		while (self.sleep(schedule.untilNext(this.clock.instant(), MAX_SLEEP).toNanos())) {
			look(schedule);
		}
	}

	private void look(DumpSchedule schedule) {
		try {
			if (schedule.isDue(this.clock.instant())) {
				this.requests.ask(DumpTrigger.SCHEDULE, "As planned by 'heapwise.heapdump.cron'");
			}
		}
		catch (RuntimeException | Error ex) {
			// The next time may come, also after memory ran out.
		}
	}

}
