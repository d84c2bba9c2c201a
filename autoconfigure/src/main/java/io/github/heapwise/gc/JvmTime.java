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

	private final RuntimeMXBean runtime = ManagementFactory.getRuntimeMXBean();

	private final Clock clock;

	// Uptime counts from the first moment of the JVM, collectors from when it was
	// initialized.
	private final long initializationMillis = this.runtime.getStartTime()
			- (System.currentTimeMillis() - this.runtime.getUptime());

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

	Instant instant(long jvmMillis) {
		return Instant.ofEpochMilli(originMillis() + jvmMillis);
	}

}
