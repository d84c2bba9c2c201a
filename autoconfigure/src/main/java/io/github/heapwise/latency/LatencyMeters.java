package io.github.heapwise.latency;

import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.MeterBinder;

/**
 * Timers of what waited. Each delay counts once, as it was measured: a registry knows no
 * correction.
 */
public final class LatencyMeters implements MeterBinder {

	private final LatencyMonitor monitor;

	public LatencyMeters(LatencyMonitor monitor) {
		this.monitor = monitor;
	}

	@Override
	public void bindTo(MeterRegistry registry) {
		this.monitor.addListener(new Timers(registry));
	}

	private record Timers(MeterRegistry registry) implements LatencyListener {

		@Override
		public LongConsumer stall() {
			return recordTo(Timer.builder("heapwise.stall")
				.description("How much later than planned a thread woke, as all threads did"));
		}

		@Override
		public LongConsumer worker(String pool) {
			return recordTo(Timer.builder("heapwise.worker.start.delay")
				.description("How long a task waited for a thread of a pool that was busy")
				.tag("pool", pool));
		}

		@Override
		public LongConsumer loop(String loop) {
			return recordTo(Timer.builder("heapwise.eventloop.delay")
				.description("How long a task waited for an event loop")
				.tag("loop", loop));
		}

		private LongConsumer recordTo(Timer.Builder builder) {
			Timer timer = builder.register(this.registry);
			return (nanos) -> timer.record(nanos, TimeUnit.NANOSECONDS);
		}

	}

}
