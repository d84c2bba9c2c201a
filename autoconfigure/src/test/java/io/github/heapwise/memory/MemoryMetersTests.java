package io.github.heapwise.memory;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link MemoryMeters}.
 */
class MemoryMetersTests {

	private final MemoryHistory history = new MemoryHistory(Duration.ofMillis(100), Duration.ofMinutes(1));

	private final MemoryMonitor monitor = new MemoryMonitor(this.history, List.of(), Clock.systemUTC(),
			new ArrayList<>()::add);

	private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

	@Test
	void metersAreOursAndShadowNone() {
		new MemoryMeters(this.monitor).bindTo(this.registry);
		assertThat(this.registry.getMeters()).extracting(Meter::getId)
			.extracting(Meter.Id::getName)
			.containsExactlyInAnyOrder("heapwise.allocated", "heapwise.memory.resident", "heapwise.memory.limit",
					"heapwise.memory.headroom", "heapwise.overhead.cpu");
	}

	@Test
	void allocatedIsWhatTheJvmCounts() {
		new MemoryMeters(this.monitor).bindTo(this.registry);
		double before = this.registry.get("heapwise.allocated").functionCounter().count();
		byte[] allocated = new byte[10_000_000];
		assertThat(this.registry.get("heapwise.allocated").functionCounter().count() - before)
			.isGreaterThanOrEqualTo(allocated.length);
	}

	@Test
	void gaugesTellWhatWasSampledLast() {
		new MemoryMeters(this.monitor).bindTo(this.registry);
		assertThat(gauge("heapwise.memory.limit")).isNaN();
		assertThat(gauge("heapwise.overhead.cpu")).isNaN();
		this.monitor.start();
		Awaitility.await().untilAsserted(() -> assertThat(gauge("heapwise.memory.limit")).isFinite().isPositive());
		this.monitor.close();
		assertThat(gauge("heapwise.memory.headroom")).isBetween(0.0, gauge("heapwise.memory.limit"));
		assertThat(gauge("heapwise.overhead.cpu")).isFinite().isNotNegative();
		assertThat(this.registry.get("heapwise.memory.resident").gauge().getId().getBaseUnit()).isEqualTo("bytes");
	}

	private double gauge(String name) {
		return this.registry.get(name).gauge().value();
	}

}
