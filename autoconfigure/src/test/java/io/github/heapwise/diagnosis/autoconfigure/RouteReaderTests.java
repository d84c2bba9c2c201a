package io.github.heapwise.diagnosis.autoconfigure;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import io.github.heapwise.diagnosis.RouteSignal;
import io.github.heapwise.diagnosis.TimeSpan;
import io.github.heapwise.histogram.Distribution;
import io.github.heapwise.route.CostMode;
import io.github.heapwise.route.RouteAllocation;
import io.github.heapwise.route.RouteCost;
import io.github.heapwise.route.RouteReport;
import io.github.heapwise.route.RouteWindow;
import io.github.heapwise.route.RoutesWindow;
import io.github.heapwise.timeline.Route;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link RouteReader}.
 */
class RouteReaderTests {

	private static final Instant NOW = Instant.parse("2026-01-31T10:15:00Z");

	private static final Distribution LATENCY = new Distribution(10, 5, 900, 100, 0, 1000, 60, 70, 80, 90, 95, 99, 0);

	@Test
	void signalTellsWhatRequestsCost() {
		RouteAllocation allocation = new RouteAllocation(CostMode.EXACT, 30.0, 1L, 2L, 3L, 300L, null, null, null);
		assertThat(signal(allocation, 1200L, 250L))
			.isEqualTo(new RouteSignal("GET /orders", 10, 2, 60, 95, 30.0, 0.25, 0.25, 0.7));
	}

	@Test
	void whatIsNotKnownIsNull() {
		RouteAllocation unknown = new RouteAllocation(CostMode.UNAVAILABLE, null, null, null, null, null, null, null,
				"Nobody counts");
		assertThat(signal(unknown, null, null))
			.isEqualTo(new RouteSignal("GET /orders", 10, 2, 60, 95, null, null, null, 0.7));
	}

	@Test
	void estimateThatIsLargerThanTheWholeIsAllOfIt() {
		RouteAllocation allocation = new RouteAllocation(CostMode.SAMPLED, 30.0, null, null, null, 300L, 9L, 0.3, null);
		assertThat(signal(allocation, 200L, 2000L).shareRatio()).isOne();
		assertThat(signal(allocation, 200L, 2000L).cpuRatio()).isOne();
	}

	@Test
	void withoutRoutesThereAreNoSignals() {
		assertThat(RouteReader.read(null, new TimeSpan(NOW, NOW))).isEmpty();
	}

	private static RouteSignal signal(RouteAllocation allocation, Long processBytes, Long cpuNanos) {
		RouteWindow window = new RouteWindow(1, new Route("GET", "/orders"), 10, 2, LATENCY, Distribution.EMPTY, 10,
				cpuNanos, 0, 0.7, new long[0], new long[0]);
		RoutesWindow all = new RoutesWindow(NOW, NOW.minusSeconds(10), Duration.ofMinutes(5), List.of(window),
				processBytes, true, 0);
		return RouteReader
			.signals(new RouteReport(all, allocation.mode(), null, List.of(new RouteCost(window, allocation)), null))
			.get(0);
	}

}
