package io.github.heapwise.gc;

import java.util.function.Supplier;

import io.github.heapwise.gc.GcTrend.Confidence;
import io.github.heapwise.jvm.HeapMaxima;
import io.github.heapwise.jvm.SurvivorReports;
import io.github.heapwise.jvm.Survivors;
import org.jspecify.annotations.Nullable;

/**
 * Reports what collections left that took garbage out of the old generation.
 * <p>
 * G1 does so in a row of mixed collections after a concurrent cycle. Only the last of
 * them leaves what is alive, so it is reported when the next collection is no longer
 * mixed. If the cycle found next to nothing to collect, there are none: then it is the
 * next collection of the young generation that leaves what is alive. Without Flight
 * Recorder neither can be told, and only full collections of G1 are reported.
 */
public final class SurvivorFeed implements GcListener {

	private static final String END_OF_CYCLE = "Pause Cleanup";

	private static final String BEFORE_MIXED = "Young (Prepare Mixed)";

	private final SurvivorReports reports;

	private final HeapMaxima maxima = new HeapMaxima();

	private volatile @Nullable Supplier<GcTrend> trend;

	private @Nullable HeapChange lastMixed;

	private boolean cycleEnded;

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
		HeapChange cleaned = cleanedBy(event);
		if (cleaned != null && currentTrend != null && this.reports.areAwaited()) {
			this.reports.report(survivors(cleaned, currentTrend.get()));
		}
	}

	private @Nullable HeapChange cleanedBy(GcEvent event) {
		return switch (event.kind()) {
			case YOUNG -> cleanedBefore(event);
			case MIXED -> {
				this.lastMixed = event.heap();
				yield null;
			}
			case OTHER -> {
				this.cycleEnded |= END_OF_CYCLE.equals(event.phase());
				yield null;
			}
			case FULL, CONCURRENT -> {
				this.lastMixed = null;
				this.cycleEnded = false;
				yield OldGeneration.isCleanedBy(event) ? event.heap() : null;
			}
		};
	}

	private @Nullable HeapChange cleanedBefore(GcEvent young) {
		HeapChange mixed = this.lastMixed;
		boolean nothingToCollect = this.cycleEnded && !BEFORE_MIXED.equals(young.phase());
		this.lastMixed = null;
		this.cycleEnded = false;
		return nothingToCollect ? young.heap() : mixed;
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
