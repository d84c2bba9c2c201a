package io.github.heapwise.diagnosis.autoconfigure;

import java.util.function.Consumer;

import io.github.heapwise.diagnosis.Confidence;
import io.github.heapwise.diagnosis.Series;
import io.github.heapwise.diagnosis.SurvivorSignal;
import io.github.heapwise.gc.GcMonitor;
import io.github.heapwise.gc.GcTrend;
import io.github.heapwise.gc.LiveFloor;
import io.github.heapwise.jvm.SurvivorReports;
import io.github.heapwise.jvm.Survivors;
import org.jspecify.annotations.Nullable;

/**
 * Reads how what survives collections grows, over the last half hour whatever the window,
 * and listens to what collections of the old generation leave.
 */
final class SurvivorReader implements AutoCloseable {

	static final String NOT_WATCHED = "Collections are not watched: 'heapwise.gc.enabled' is false";

	private final @Nullable GcMonitor monitor;

	private final @Nullable SurvivorReports reports;

	private final Consumer<Survivors> receiver = (survivors) -> this.heapBytes = survivors.heapBytes();

	private volatile @Nullable Long heapBytes;

	SurvivorReader(@Nullable GcMonitor monitor, @Nullable SurvivorReports reports) {
		this.monitor = monitor;
		this.reports = reports;
		if (reports != null) {
			reports.add(this.receiver);
		}
	}

	@Override
	public void close() {
		if (this.reports != null) {
			this.reports.remove(this.receiver);
		}
	}

	SurvivorSignal read() {
		return (this.monitor != null) ? signal(this.heapBytes, this.monitor.trend(), this.monitor.floor())
				: unknown(NOT_WATCHED);
	}

	static SurvivorSignal unknown(String reason) {
		return new SurvivorSignal(null, null, null, null, Confidence.LOW, reason, Series.EMPTY);
	}

	static SurvivorSignal signal(@Nullable Long heapBytes, GcTrend trend, LiveFloor floor) {
		Confidence confidence = (trend.confidence() == GcTrend.Confidence.HIGH) ? Confidence.HIGH : Confidence.LOW;
		return new SurvivorSignal(heapBytes, trend.bytesPerHour(), trend.lowBytesPerHour(), trend.highBytesPerHour(),
				confidence, trend.reason(), new Series(floor.epochMillis(), floor.bytes()));
	}

}
