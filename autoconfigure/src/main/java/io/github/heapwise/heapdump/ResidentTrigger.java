package io.github.heapwise.heapdump;

import java.time.Duration;
import java.util.Locale;
import java.util.function.Consumer;

import io.github.heapwise.jvm.OwnThread;
import io.github.heapwise.os.MemoryLimit;
import io.github.heapwise.os.MemoryLimits;
import io.github.heapwise.os.ResidentSet;

/**
 * Asks for a dump when the process comes near to the memory it may use, of its container
 * or of the machine. Looks every five seconds, for 100 microseconds, on a thread of its
 * own; three looks in a row must agree.
 */
final class ResidentTrigger implements AutomaticTrigger {

	private static final long INTERVAL_NANOS = Duration.ofSeconds(5).toNanos();

	private static final int LOOKS = 3;

	private static final double MIB = 1 << 20;

	private final ThresholdSettings settings;

	private final ResidentSet resident;

	private final MemoryLimits limits;

	private final TriggerRequests requests;

	private final Consumer<String> log;

	private final Streak large = new Streak(LOOKS);

	private final Streak tight = new Streak(LOOKS);

	private final OwnThread thread = new OwnThread("dump-threshold", this::run);

	ResidentTrigger(ThresholdSettings settings, ResidentSet resident, MemoryLimits limits, TriggerRequests requests,
			Consumer<String> log) {
		this.settings = settings;
		this.resident = resident;
		this.limits = limits;
		this.requests = requests;
		this.log = log;
	}

	@Override
	public void start() {
		MemoryLimit limit = this.limits.read();
		boolean told = this.resident.read().bytes() > 0 && limit.bytes() > 0;
		warnUnless(this.settings.residentRatio() == null || told, "resident-ratio",
				"how much memory the process occupies");
		warnUnless(this.settings.headroomBytes() == null || limit.headroomBytes() >= 0, "headroom",
				"how much memory is left");
		this.thread.start();
	}

	@Override
	public void close() {
		this.thread.close();
	}

	/**
	 * Look once.
	 */
	void look() {
		MemoryLimit limit = this.limits.read();
		judgeResident(this.resident.read().bytes(), limit.bytes());
		judgeHeadroom(limit.headroomBytes());
	}

	private void run(OwnThread self) {
		while (self.sleep(INTERVAL_NANOS)) {
			lookOnce();
		}
	}

	private void lookOnce() {
		try {
			look();
		}
		catch (RuntimeException | Error ex) {
			// The next look may succeed, also after memory ran out.
		}
	}

	private void warnUnless(boolean known, String property, String what) {
		if (!known) {
			this.log.accept("'heapwise.heapdump.threshold.%s' has no effect: this system does not tell %s"
				.formatted(property, what));
		}
	}

	private void judgeResident(long bytes, long limitBytes) {
		Double limit = this.settings.residentRatio();
		if (limit == null || bytes <= 0 || limitBytes <= 0) {
			return;
		}
		double ratio = (double) bytes / limitBytes;
		if (this.large.isEnoughWith(ratio >= limit)) {
			this.requests.ask(DumpTrigger.THRESHOLD,
					String.format(Locale.ROOT, "The process occupies %.1f %% of the %.0f MiB it may use, limit %.1f %%",
							100 * ratio, limitBytes / MIB, 100 * limit));
		}
	}

	private void judgeHeadroom(long headroomBytes) {
		Long limit = this.settings.headroomBytes();
		if (limit != null && headroomBytes >= 0 && this.tight.isEnoughWith(headroomBytes <= limit)) {
			this.requests.ask(DumpTrigger.THRESHOLD,
					String.format(Locale.ROOT, "%.1f MiB left of the memory the process may use, limit %.1f MiB",
							headroomBytes / MIB, limit / MIB));
		}
	}

}
