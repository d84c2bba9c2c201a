package io.github.heapwise.memory;

import java.util.function.ToDoubleFunction;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.BaseUnits;
import io.micrometer.core.instrument.binder.MeterBinder;

/**
 * Meters of what the process holds that Micrometer's own lack. The gauges tell what was
 * sampled last, so a registry may ask as often as it likes.
 */
public final class MemoryMeters implements MeterBinder {

	private final MemoryMonitor monitor;

	public MemoryMeters(MemoryMonitor monitor) {
		this.monitor = monitor;
	}

	@Override
	public void bindTo(MeterRegistry registry) {
		if (this.monitor.allocatedBytes() >= 0) {
			FunctionCounter.builder("heapwise.allocated", this.monitor, MemoryMonitor::allocatedBytes)
				.description("Bytes allocated by all threads since the start of the JVM")
				.baseUnit(BaseUnits.BYTES)
				.register(registry);
		}
		bytes("heapwise.memory.resident", "Physical memory that the process occupies",
				(source) -> source.sampled(MemorySample::residentBytes))
			.register(registry);
		bytes("heapwise.memory.limit", "Memory that the process may use",
				(source) -> source.sampled((sample) -> sample.limit().bytes()))
			.register(registry);
		bytes("heapwise.memory.headroom", "Memory that is left below the limit",
				(source) -> source.sampled((sample) -> sample.limit().headroomBytes()))
			.register(registry);
		Gauge.builder("heapwise.overhead.cpu", this.monitor, MemoryMeters::cpuRatio)
			.description("CPU time that Heapwise uses, as a ratio of one core")
			.register(registry);
	}

	private Gauge.Builder<MemoryMonitor> bytes(String name, String description, ToDoubleFunction<MemoryMonitor> value) {
		return Gauge.builder(name, this.monitor, value).description(description).baseUnit(BaseUnits.BYTES);
	}

	private static double cpuRatio(MemoryMonitor monitor) {
		Double ratio = monitor.overhead().cpuRatio();
		return (ratio != null) ? ratio : Double.NaN;
	}

}
