package io.github.heapwise.diagnosis;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * Diagnoses the application whenever it is asked, but at most once a second: pages and
 * meters that ask at the same time get the same answer. Some milliseconds of CPU time.
 * Thread-safe.
 */
public final class DiagnosisMonitor {

	private static final Duration FRESH = Duration.ofSeconds(1);

	// its texts, and its part of a finding
	private static final int EVIDENCE_BYTES = 500;

	// and the time of each
	private static final int BYTES_A_VALUE = 16;

	private final Supplier<Signals> signals;

	private final RuleBook rules;

	private final Clock clock;

	private volatile @Nullable Diagnosis last;

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
		Diagnosis known = this.last;
		if (known == null || now.isBefore(this.lastTime) || now.isAfter(this.lastTime.plus(FRESH))) {
			known = this.rules.diagnose(this.signals.get());
			this.last = known;
			this.lastTime = now;
		}
		return known;
	}

	/**
	 * Return the heap that the last diagnosis takes up, most of it for what is drawn.
	 * @return bytes, roughly
	 */
	public long heapBytes() {
		Diagnosis known = this.last;
		return (known != null) ? evidence(known).mapToLong(DiagnosisMonitor::heapBytes).sum() : 0;
	}

	private static Stream<Evidence> evidence(Diagnosis diagnosis) {
		return Stream
			.concat(diagnosis.findings().stream().map((found) -> found.finding().evidence()),
					diagnosis.passed().stream().map(Diagnosis.Passed::evidence))
			.flatMap(List::stream);
	}

	private static long heapBytes(Evidence evidence) {
		Series series = evidence.series();
		return EVIDENCE_BYTES + ((series != null) ? (long) BYTES_A_VALUE * series.size() : 0);
	}

}
