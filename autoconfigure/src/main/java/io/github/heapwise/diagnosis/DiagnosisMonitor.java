package io.github.heapwise.diagnosis;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/**
 * Diagnoses the application whenever it is asked, but at most once a second: pages and
 * meters that ask at the same time get the same answer. Some milliseconds of CPU time.
 * Thread-safe.
 */
public final class DiagnosisMonitor {

	private static final Duration FRESH = Duration.ofSeconds(1);

	private final Supplier<Signals> signals;

	private final RuleBook rules;

	private final Clock clock;

	private @Nullable Diagnosis last;

	private Instant lastTime = Instant.MIN;

	/**
	 * Create a monitor.
	 * @param signals what is seen of the application
	 * @param rules the rules to ask
	 * @param clock tells the time
	 */
	public DiagnosisMonitor(Supplier<Signals> signals, RuleBook rules, Clock clock) {
		this.signals = signals;
		this.rules = rules;
		this.clock = clock;
	}

	/**
	 * Return what the rules say.
	 * @return their diagnosis, not older than a second
	 */
	public synchronized Diagnosis diagnose() {
		Instant now = this.clock.instant();
		if (this.last == null || now.isBefore(this.lastTime) || now.isAfter(this.lastTime.plus(FRESH))) {
			this.last = this.rules.diagnose(this.signals.get());
			this.lastTime = now;
		}
		return this.last;
	}

}
