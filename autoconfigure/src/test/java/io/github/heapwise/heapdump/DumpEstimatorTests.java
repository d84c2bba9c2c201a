package io.github.heapwise.heapdump;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link DumpEstimator}.
 */
class DumpEstimatorTests {

	private static final long GIB = 1L << 30;

	private static final Machine MACHINE = new Machine("a JVM", "a host");

	private final List<StoredDump> earlier = new ArrayList<>();

	@Test
	void withoutEarlierDumpsTheHeapTells() {
		DumpEstimate estimate = estimate(false, 17, false);
		assertThat(estimate.pauseMillis()).isEqualTo(12_300);
		assertThat(estimate.diskBytes()).isBetween(GIB * 3 / 2, GIB * 8 / 5);
		assertThat(estimate.calibrated()).isFalse();
	}

	@Test
	void segmentsAndRedactionAtCaptureTakeTwiceTheDisk() {
		long once = estimate(false, 21, false).diskBytes();
		assertThat(estimate(false, 22, false).diskBytes()).isEqualTo(2 * once);
		assertThat(estimate(false, 17, true).diskBytes()).isEqualTo(2 * once);
		assertThat(estimate(false, 22, true).diskBytes()).isEqualTo(2 * once);
	}

	@Test
	void theMedianOfEarlierDumpsTells() {
		earlier(false, MACHINE, GIB / 2, 1000, GIB / 2);
		earlier(false, MACHINE, GIB / 2, 2000, GIB);
		earlier(false, MACHINE, GIB / 2, 90_000, GIB * 20);
		assertThat(estimate(false, 17, false)).isEqualTo(new DumpEstimate(4000, 2 * GIB, true));
	}

	@Test
	void dumpsOfAnotherKindOrMachineOrWithoutFiguresTellNothing() {
		earlier(true, MACHINE, GIB, 1, GIB);
		earlier(false, new Machine("another JVM", "a host"), GIB, 1, GIB);
		earlier(false, new Machine("a JVM", "another host"), GIB, 1, GIB);
		earlier(false, MACHINE, -1, 1, GIB);
		earlier(false, MACHINE, 0, 1, GIB);
		earlier(false, MACHINE, GIB, -1, GIB);
		earlier(false, MACHINE, GIB / 4 - 1, 1, GIB);
		assertThat(estimate(false, 17, false).calibrated()).isFalse();
		assertThat(estimate(true, 17, false).calibrated()).isTrue();
	}

	private DumpEstimate estimate(boolean live, int javaVersion, boolean redactAtCapture) {
		return new DumpEstimator(MACHINE, redactAtCapture, javaVersion, () -> new HeapSize(GIB, 2 * GIB, 4 * GIB))
			.estimate(live, this.earlier)
			.estimate();
	}

	private void earlier(boolean live, Machine machine, long heapUsedBytes, long pauseMillis, long sizeBytes) {
		DumpFacts facts = new DumpFacts(Instant.EPOCH, pauseMillis, sizeBytes, false, heapUsedBytes, 0, 0, Map.of(),
				machine.jvm(), "orders", machine.host(), null);
		HeapDump wish = new HeapDump("an-id", DumpTrigger.API, "", live, Instant.EPOCH, DumpState.READY, 1, null, null,
				null);
		this.earlier.add(StoredDump.of(this.earlier.size(), "owner", wish, facts));
	}

}
