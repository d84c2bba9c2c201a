package io.github.heapwise.memory;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

import javax.management.MBeanException;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link NativeMemoryTracking}.
 */
class NativeMemoryTrackingTests {

	private final AtomicLong nanoTime = new AtomicLong(-5);

	private final AtomicInteger asked = new AtomicInteger();

	@Test
	void jvmIsAskedAtMostEveryTenSeconds() {
		NativeMemoryTracking tracking = tracking(() -> {
			this.asked.incrementAndGet();
			return NativeMemorySummaryTests.TINY;
		});
		assertThat(tracking.read().categories()).hasSize(1);
		this.nanoTime.addAndGet(TimeUnit.SECONDS.toNanos(10) - 1);
		assertThat(tracking.read()).isSameAs(tracking.read());
		assertThat(this.asked).hasValue(1);
		this.nanoTime.incrementAndGet();
		tracking.read();
		assertThat(this.asked).hasValue(2);
	}

	@Test
	void jvmWithoutTrackingIsNotAskedAndTheFlagIsNamed() {
		NativeMemoryTracking tracking = new NativeMemoryTracking(false, () -> {
			throw new IllegalStateException("asked");
		}, this.nanoTime::get);
		assertThat(tracking.read().categories()).isEmpty();
		assertThat(tracking.read().unavailableReason())
			.isEqualTo("This JVM does not track its native memory. Start it with '-XX:NativeMemoryTracking=summary'"
					+ " to see it by category");
	}

	@Test
	void answerThatIsNotUnderstoodIsAReason() {
		NativeMemoryTracking tracking = tracking(() -> "Native memory tracking has been shutdown");
		assertThat(tracking.read()).isEqualTo(NativeMemory.unavailable("The JVM's answer about its native memory is not"
				+ " understood: no total, the JVM says 'Native memory tracking has been shutdown'"));
	}

	@Test
	void failureIsAReason() {
		NativeMemoryTracking tracking = tracking(() -> {
			throw new MBeanException(null);
		});
		assertThat(tracking.read().unavailableReason()).endsWith("not understood: MBeanException");
	}

	private NativeMemoryTracking tracking(NativeMemoryTracking.Command command) {
		return new NativeMemoryTracking(true, command, this.nanoTime::get);
	}

}
