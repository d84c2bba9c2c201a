package io.github.heapwise.gc;

import java.util.function.Supplier;

import io.github.heapwise.gc.GcTrend.Confidence;
import io.github.heapwise.jvm.HeapMaxima;
import io.github.heapwise.jvm.SurvivorReports;
import io.github.heapwise.jvm.Survivors;
import org.jspecify.annotations.Nullable;

/**
 * Reports what collections left that took garbage out of the old generation.
 */
public final class SurvivorFeed implements GcListener {

	private final SurvivorReports reports;

	private final OldCleaning cleaning = new OldCleaning();

	private final HeapMaxima maxima = new HeapMaxima();

	private volatile @Nullable Supplier<GcTrend> trend;

	/**
	 * Create a feed that reports nothing yet.
	 * @param reports where to report
	 */
	public SurvivorFeed(SurvivorReports reports) {
		this.reports = reports;
	}

	/**
	 * Report from now on.
	 * @param currentTrend tells how what survives grows
	 */
	public void start(Supplier<GcTrend> currentTrend) {
		this.trend = currentTrend;
	}

	@Override
	public void onGc(GcEvent event) {
		Supplier<GcTrend> currentTrend = this.trend;
		HeapChange cleaned = this.cleaning.endedBy(event);
		if (cleaned != null && currentTrend != null && this.reports.areAwaited()) {
			this.reports.report(survivors(cleaned, currentTrend.get()));
		}
	}

	private Survivors survivors(HeapChange heap, GcTrend currentTrend) {
		long oldBytes = heap.pools()
			.stream()
			.filter((pool) -> OldGeneration.isPool(pool.name()))
			.mapToLong(PoolChange::afterBytes)
			.sum();
		boolean certain = currentTrend.confidence() == Confidence.HIGH;
		return new Survivors(heap.afterBytes(), this.maxima.heapBytes(), oldBytes, this.maxima.oldBytes(),
				certain ? currentTrend.bytesPerHour() : null);
	}

}
