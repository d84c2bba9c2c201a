package io.github.heapwise.gc;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.BaseUnits;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.jspecify.annotations.Nullable;

/**
 * What Micrometer's own meters of collections do not tell. Each reading makes a summary,
 * some 100 us.
 */
public final class GcMeters implements MeterBinder {

	private final GcMonitor monitor;

	public GcMeters(GcMonitor monitor) {
		this.monitor = monitor;
	}

	@Override
	public void bindTo(MeterRegistry registry) {
		Gauge.builder("heapwise.gc.pause.ratio", this.monitor, (gc) -> gc.summary().pauseRatio())
			.description("Share of the last minutes that the application stood still for collections")
			.register(registry);
		Gauge.builder("heapwise.gc.live", this.monitor, (gc) -> value(gc.summary().liveBytes()))
			.description("What the last collection left in the heap")
			.baseUnit(BaseUnits.BYTES)
			.register(registry);
		Gauge.builder("heapwise.gc.live.trend", this.monitor, GcMeters::trend)
			.description("How fast what collections leave in the heap grows")
			.baseUnit("bytes per hour")
			.register(registry);
	}

	private static double trend(GcMonitor monitor) {
		GcSummary summary = monitor.summary();
		return value(summary.trend().bytesPerHour());
	}

	private static double value(@Nullable Number number) {
		return (number != null) ? number.doubleValue() : Double.NaN;
	}

}
