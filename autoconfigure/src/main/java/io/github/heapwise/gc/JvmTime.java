package io.github.heapwise.gc;

import java.lang.management.ManagementFactory;
import java.lang.management.RuntimeMXBean;
import java.time.Clock;
import java.time.Instant;

/**
 * Converts the milliseconds since the start of the JVM that collectors count in. To one
 * or two milliseconds right, also when the clocks of JVM and wall have drifted apart over
 * weeks.
 */
final class JvmTime {

	private static final long MAX_INITIALIZATION_MILLIS = 1000;

	private final RuntimeMXBean runtime = ManagementFactory.getRuntimeMXBean();

	private final Clock clock;

	private final long initializationMillis = initializationMillis(this.runtime);

	/**
	 * Create a converter, soon after the start of the JVM.
	 * @param clock tells the time
	 */
	JvmTime(Clock clock) {
		this.clock = clock;
	}

	/**
	 * Return the moment when collectors began to count.
	 * @return milliseconds since 1970
	 */
	long originMillis() {
		return this.clock.millis() - this.runtime.getUptime() + this.initializationMillis;
	}

	Instant instant(long uptimeMillis) {
		return Instant.ofEpochMilli(originMillis() + uptimeMillis);
	}

	long uptimeMillis(Instant instant) {
		return instant.toEpochMilli() - originMillis();
	}

	/**
	 * Return the time as collectors count it.
	 * @return milliseconds since the JVM was initialized, which only grow
	 */
	long nowMillis() {
		return this.runtime.getUptime() - this.initializationMillis;
	}

	// Uptime counts from the first moment of the JVM, collectors from when it was
	// initialized, which takes less than a second. More is a clock that was set
	// meanwhile.
	private static long initializationMillis(RuntimeMXBean runtime) {
		long millis = runtime.getStartTime() - (System.currentTimeMillis() - runtime.getUptime());
		return (millis >= 0 && millis <= MAX_INITIALIZATION_MILLIS) ? millis : 0;
	}

}
