package io.github.heapwise.diagnosis;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

import io.github.heapwise.os.KernelTree;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link FastReadings}.
 */
class FastReadingsTests {

	private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

	private KernelTree tree;

	@BeforeEach
	void tree(@TempDir Path root) {
		this.tree = new KernelTree(root);
	}

	@Test
	void ratiosAreThoseOfTheTimeSinceTheLastReading() {
		this.tree.membership("0::/\n").cpuStat("", 0, 0).thread(10, "GC Thread#0", 0, 0).processors(100, 10);
		FastReadings readings = new FastReadings(this.tree.root(), 0);
		this.tree.processors(200, 60).cpuStat("", 10, 2).thread(10, "GC Thread#0", 20, 5);
		assertThat(readings.read(SECOND)).containsExactly(0.25, 0.2, 1.5);
		this.tree.processors(400, 100).cpuStat("", 30, 12).thread(10, "GC Thread#0", 40, 5);
		assertThat(readings.read(3 * SECOND)).containsExactly(0.1, 0.5, 1.2);
	}

	@Test
	void threadThatTheCollectorStartsLaterCountsOnceItIsFound() {
		this.tree.thread(10, "GC Thread#0", 0, 0);
		FastReadings readings = new FastReadings(this.tree.root(), 0);
		this.tree.thread(11, "GC Thread#1", 5, 0);
		readings.lookForThreads();
		this.tree.thread(11, "GC Thread#1", 15, 0);
		assertThat(readings.read(SECOND)[0]).isEqualTo(0.1);
	}

	@Test
	void ratiosAreUnknownWhereNobodyTells() {
		FastReadings readings = new FastReadings(this.tree.root(), 0);
		assertThat(readings.read(SECOND)).containsExactly(Double.NaN, Double.NaN, Double.NaN);
	}

	@Test
	void readingTwiceAtATimeDividesByNothing() {
		this.tree.thread(10, "GC Thread#0", 0, 0);
		assertThat(new FastReadings(this.tree.root(), SECOND).read(SECOND)[0]).isZero();
	}

}
