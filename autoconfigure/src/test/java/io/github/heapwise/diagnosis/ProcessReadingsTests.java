package io.github.heapwise.diagnosis;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;

import io.github.heapwise.os.KernelTree;
import org.awaitility.Awaitility;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ProcessReadings}.
 */
class ProcessReadingsTests {

	@TempDir
	private Path root;

	@Test
	void slowReadingsAreThereAtOnceAndFastOnesAfterASecond() {
		new KernelTree(this.root).membership("0::/\n")
			.cpuStat("", 0, 0)
			.processors(100, 0)
			.thread(10, "GC Thread#0", 0, 0);
		try (ProcessReadings readings = new ProcessReadings(this.root, Clock.systemUTC())) {
			readings.start();
			await(() -> assertThat(readings.series(Reading.GC_CPU_RATIO).values()).contains(0.0));
			assertThat(readings.series(Reading.THROTTLED_RATIO).values()).contains(0.0);
			assertThat(readings.series(Reading.IDLE_PROCESSORS).values()).contains(0.0);
			assertThat(readings.series(Reading.THREADS).last()).isPositive();
			assertThat(readings.series(Reading.METASPACE_BYTES).last()).isPositive();
			assertThat(readings.series(Reading.LOADED_CLASSES).last()).isPositive();
			assertThat(readings.series(Reading.DIRECT_BYTES).size()).isPositive();
			assertThat(readings.series(Reading.MAPPED_BYTES).size()).isPositive();
		}
	}

	@Test
	void readingsAreKeptAfterTheEndAndTakeFewBytes() {
		ProcessReadings readings = new ProcessReadings(this.root, Clock.systemUTC());
		readings.start();
		await(() -> assertThat(readings.series(Reading.THREADS).isEmpty()).isFalse());
		readings.close();
		assertThat(readings.series(Reading.THREADS).isEmpty()).isFalse();
		assertThat(readings.heapBytes()).isLessThan(45_000);
	}

	private static void await(ThrowingRunnable assertion) {
		Awaitility.await().atMost(Duration.ofSeconds(30)).untilAsserted(assertion);
	}

}
