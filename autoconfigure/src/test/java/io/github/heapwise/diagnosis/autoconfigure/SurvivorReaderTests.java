package io.github.heapwise.diagnosis.autoconfigure;

import io.github.heapwise.diagnosis.Confidence;
import io.github.heapwise.diagnosis.SurvivorSignal;
import io.github.heapwise.gc.GcTrend;
import io.github.heapwise.gc.LiveFloor;
import io.github.heapwise.jvm.SurvivorReports;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link SurvivorReader}.
 */
class SurvivorReaderTests {

	@Test
	void signalTellsOfTheTrendAndWhatItRestsOn() {
		GcTrend trend = new GcTrend(7.0, 5.0, 9.0, GcTrend.Confidence.HIGH, "It grows");
		SurvivorSignal signal = SurvivorReader.signal(100L, trend,
				new LiveFloor(new long[] { 5000, 15_000 }, new double[] { 90, 100 }));
		assertThat(signal.liveBytes()).isEqualTo(100);
		assertThat(signal.bytesPerHour()).isEqualTo(7);
		assertThat(signal.lowBytesPerHour()).isEqualTo(5);
		assertThat(signal.highBytesPerHour()).isEqualTo(9);
		assertThat(signal.confidence()).isEqualTo(Confidence.HIGH);
		assertThat(signal.reason()).isEqualTo("It grows");
		assertThat(signal.floor().values()).containsExactly(90.0, 100.0);
	}

	@Test
	void trendThatNobodyKnowsIsNotBelieved() {
		GcTrend trend = new GcTrend(null, null, null, GcTrend.Confidence.NONE, "Too few");
		SurvivorSignal signal = SurvivorReader.signal(null, trend, new LiveFloor(new long[0], new double[0]));
		assertThat(signal.bytesPerHour()).isNull();
		assertThat(signal.confidence()).isEqualTo(Confidence.LOW);
	}

	@Test
	void closedReaderDoesNotListenAnyMore() {
		SurvivorReports reports = new SurvivorReports();
		SurvivorReader reader = new SurvivorReader(null, reports);
		assertThat(reports.areAwaited()).isTrue();
		reader.close();
		assertThat(reports.areAwaited()).isFalse();
		assertThat(reader.read().reason()).isEqualTo(SurvivorReader.NOT_WATCHED);
	}

}
