package io.github.heapwise.diagnosis.rule;

import java.time.Duration;
import java.time.Instant;

import io.github.heapwise.diagnosis.Signals;
import io.github.heapwise.diagnosis.TimeSpan;
import org.jspecify.annotations.Nullable;

/**
 * Finds the part of the time under load in which the JVM had warmed up.
 */
final class SettledTime {

	private static final Duration LEAST = Duration.ofSeconds(10);

	private SettledTime() {
	}

	/**
	 * Find it.
	 * @param signals what was seen
	 * @param warmUp time after the start of the JVM that does not count
	 * @return the span, {@code null} if there was no load or there are not ten seconds
	 */
	static @Nullable TimeSpan underLoad(Signals signals, Duration warmUp) {
		return (signals.load() != null) ? after(warmUp(signals, warmUp), signals.load()) : null;
	}

	/**
	 * Find it, or else that of the whole window.
	 * @param signals what was seen
	 * @param warmUp time after the start of the JVM that does not count
	 * @return the span, {@code null} if there are not ten seconds
	 */
	static @Nullable TimeSpan of(Signals signals, Duration warmUp) {
		return after(warmUp(signals, warmUp), signals.judged());
	}

	/**
	 * Return when the warm-up ends.
	 * @param signals what was seen
	 * @param warmUp time after the start of the JVM that does not count
	 * @return the time
	 */
	static Instant warmUp(Signals signals, Duration warmUp) {
		return signals.window().to().minus(signals.machine().uptime()).plus(warmUp);
	}

	private static @Nullable TimeSpan after(Instant start, TimeSpan span) {
		Instant from = start.isAfter(span.from()) ? start : span.from();
		boolean enough = !from.plus(LEAST).isAfter(span.to());
		return enough ? new TimeSpan(from, span.to()) : null;
	}

}
