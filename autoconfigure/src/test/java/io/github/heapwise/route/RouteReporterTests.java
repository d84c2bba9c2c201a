package io.github.heapwise.route;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

import io.github.heapwise.timeline.RouteSamples;
import io.github.heapwise.timeline.RouteSamples.Estimate;
import io.github.heapwise.timeline.RouteTable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link RouteReporter}.
 */
class RouteReporterTests {

	private final RouteTable table = new RouteTable(2);

	private final RouteMonitor monitor = new RouteMonitor(new RouteSettings(Duration.ofMinutes(5), true, null),
			this.table, null, Clock.systemUTC());

	private final Map<Integer, Estimate> estimates = new HashMap<>();

	private @Nullable RouteSamples samples = (from, to) -> this.estimates;

	private final RouteReporter reporter = new RouteReporter(this.monitor, () -> this.samples);

	private final int orders = this.table.number("GET", "/orders");

	private final int items = this.table.number("GET", "/items");

	@Test
	void routesThatAllocateMostComeFirst() {
		ended(this.orders, 100);
		ended(this.items, 700);
		assertThat(this.reporter.report().routes()).extracting((cost) -> cost.window().number())
			.containsExactly(this.items, this.orders);
		assertThat(this.reporter.report().mode()).isEqualTo(CostMode.EXACT);
		assertThat(this.reporter.report().other()).isNull();
	}

	@Test
	void routesBeyondTheLimitAreApart() {
		ended(this.table.number("GET", "/more"), 100);
		RouteReport report = this.reporter.report();
		assertThat(report.routes()).isEmpty();
		assertThat(report.other()).isNotNull();
		assertThat(report.other().window().route().pattern()).isEqualTo("(other)");
	}

	@Test
	void requestsThatNobodyCountedAreEstimated() {
		ended(this.orders, ThreadClocks.UNKNOWN);
		ended(this.orders, ThreadClocks.UNKNOWN);
		this.estimates.put(this.orders, new Estimate(5000, 25, 2));
		RouteReport report = this.reporter.report();
		assertThat(report.mode()).isEqualTo(CostMode.SAMPLED);
		RouteAllocation allocation = report.routes().get(0).allocation();
		assertThat(allocation.mode()).isEqualTo(CostMode.SAMPLED);
		assertThat(allocation.meanBytes()).isEqualTo(2500);
		assertThat(allocation.totalBytes()).isEqualTo(5000);
		assertThat(allocation.samples()).isEqualTo(25);
		assertThat(allocation.errorRatio()).isEqualTo(0.2);
		assertThat(allocation.p50Bytes()).isNull();
	}

	@Test
	void meanIsOfTheRequestsThatSamplesAreThereFor() {
		for (int i = 0; i < 4; i++) {
			ended(this.orders, ThreadClocks.UNKNOWN);
		}
		this.estimates.put(this.orders, new Estimate(6000, 25, 3));
		RouteAllocation allocation = this.reporter.report().routes().get(0).allocation();
		assertThat(allocation.meanBytes()).isEqualTo(2000);
		assertThat(allocation.totalBytes()).isEqualTo(8000);
	}

	@Test
	void fewSamplesAreNoEstimate() {
		ended(this.orders, ThreadClocks.UNKNOWN);
		this.estimates.put(this.orders, new Estimate(5000, 9, 1));
		RouteAllocation allocation = this.reporter.report().routes().get(0).allocation();
		assertThat(allocation.meanBytes()).isNull();
		assertThat(allocation.totalBytes()).isNull();
		assertThat(allocation.samples()).isEqualTo(9);
		assertThat(allocation.unavailableReason()).isEqualTo("9 of at least 10 samples: too few for an estimate");
	}

	@Test
	void withoutSamplesTheReasonIsSaid() {
		this.samples = null;
		ended(this.orders, ThreadClocks.UNKNOWN);
		RouteReport report = this.reporter.report();
		assertThat(report.mode()).isEqualTo(CostMode.UNAVAILABLE);
		assertThat(report.unavailableReason()).contains("allocation is not profiled");
		assertThat(report.routes().get(0).allocation().unavailableReason()).contains("allocation is not profiled");
	}

	@Test
	void fewRequestsThatNobodyCountedDoNotChangeTheMode() {
		for (int i = 0; i < 9; i++) {
			ended(this.orders, 100);
		}
		ended(this.orders, ThreadClocks.UNKNOWN);
		RouteReport report = this.reporter.report();
		assertThat(report.mode()).isEqualTo(CostMode.EXACT);
		assertThat(report.routes().get(0).allocation().meanBytes()).isEqualTo(100);
	}

	private void ended(int route, long bytes) {
		RequestTally tally = new RequestTally();
		tally.begin(0);
		tally.add(bytes, bytes);
		this.monitor.ended(route, Outcome.SUCCESS, false, tally, 1000);
	}

}
