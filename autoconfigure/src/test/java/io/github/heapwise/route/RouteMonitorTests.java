package io.github.heapwise.route;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import io.github.heapwise.test.SettableClock;
import io.github.heapwise.timeline.PauseTimes;
import io.github.heapwise.timeline.RouteTable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link RouteMonitor}.
 */
class RouteMonitorTests {

	private static final Instant START = Instant.parse("2026-01-31T10:15:32.500Z");

	private static final long LATER = Duration.ofMinutes(1).toNanos();

	private final SettableClock clock = new SettableClock(START);

	private final RouteTable table = new RouteTable(5);

	private final PauseTimes pauses = new PauseTimes();

	private final RouteMonitor monitor = new RouteMonitor(new RouteSettings(Duration.ofSeconds(60), true, null),
			this.table, this.pauses, this.clock);

	private final int orders = this.table.number("GET", "/orders");

	@Test
	void windowIsAlignedToTheClockAndForgetsWhatIsOlder() {
		ended(this.orders, 1000, 100);
		assertThat(this.monitor.routes().from()).isEqualTo(START);
		advance(Duration.ofSeconds(10));
		ended(this.orders, 1000, 200);
		assertThat(window().requestsBySlice()).containsExactly(1, 1);
		assertThat(window().bytesBySlice()).containsExactly(100, 200);
		advance(Duration.ofSeconds(50));
		assertThat(window().requests()).isOne();
		assertThat(this.monitor.routes().from()).isEqualTo(Instant.parse("2026-01-31T10:15:40Z"));
		advance(Duration.ofSeconds(10));
		assertThat(this.monitor.routes().routes()).isEmpty();
	}

	@Test
	void partOfTheWindowTellsItsOwnRequestsOnly() {
		for (int i = 0; i < 5; i++) {
			ended(this.orders, 1000 * (i + 1), 100 * (i + 1));
			advance(Duration.ofSeconds(10));
		}
		RoutesWindow part = this.monitor.routes(START.plusSeconds(8), START.plusSeconds(27));
		RouteWindow route = part.routes().get(0);
		assertThat(part.from()).isEqualTo(Instant.parse("2026-01-31T10:15:40Z"));
		assertThat(part.time()).isEqualTo(Instant.parse("2026-01-31T10:16:00Z"));
		assertThat(route.requests()).isEqualTo(2);
		assertThat(route.bytes().total()).isEqualTo(500);
		assertThat(route.latency().total()).isEqualTo(5000);
		assertThat(route.bytesBySlice()).containsExactly(200, 300);
		assertThat(route.isExact()).isTrue();
	}

	@Test
	void partOfTheWindowWithoutRequestsHasNoRoutes() {
		ended(this.orders, 1000, 100);
		advance(Duration.ofSeconds(50));
		assertThat(this.monitor.routes(START.plusSeconds(20), START.plusSeconds(40)).routes()).isEmpty();
	}

	@Test
	void readingChangesNothing() {
		ended(this.orders, 1000, 100);
		for (int i = 0; i < 3; i++) {
			assertThat(window().requests()).isOne();
		}
	}

	@Test
	void processThatSleptForAnHourHasAnEmptyWindow() {
		ended(this.orders, 1000, 100);
		advance(Duration.ofHours(1));
		assertThat(this.monitor.routes().routes()).isEmpty();
		assertThat(this.monitor.routes().from()).isEqualTo(Instant.parse("2026-01-31T11:14:40Z"));
	}

	@Test
	void clockThatIsSetBackLosesNothing() {
		ended(this.orders, 1000, 100);
		advance(Duration.ofHours(-1));
		assertThat(window().requests()).isOne();
		assertThat(this.monitor.routes().from()).isEqualTo(START.minus(Duration.ofHours(1)));
		advance(Duration.ofSeconds(10));
		ended(this.orders, 1000, 100);
		assertThat(window().requests()).isEqualTo(2);
	}

	@Test
	void totalsOutliveTheWindow() {
		ended(this.orders, 1000, 100);
		ended(this.orders, 1000, ThreadClocks.UNKNOWN);
		advance(Duration.ofHours(1));
		List<String> totals = new ArrayList<>();
		this.monitor.forEach((route, requests, exact, bytes) -> totals
			.add("%d: %d, %d, %d".formatted(route, requests, exact, bytes)));
		assertThat(totals).containsExactly(this.orders + ": 2, 1, 100");
	}

	@Test
	void millionsOfPatternsAndMethodsShareOneRoute() {
		for (int i = 0; i < 1_000_000; i++) {
			ended(this.table.number("M" + i % 1000, "/invented/" + i), 1000, 10);
		}
		long heap = this.monitor.heapBytes();
		assertThat(this.monitor.routes().routes()).hasSize(5);
		assertThat(this.monitor.routes().routes().get(0).number()).isEqualTo(RouteTable.OTHER);
		assertThat(this.monitor.routes().routes().stream().mapToLong(RouteWindow::requests).sum()).isEqualTo(1_000_000);
		assertThat(heap).isLessThan(2_000_000);
	}

	@Test
	void pauseCountsForTheRequestsItOverlaps() {
		this.pauses.add(1000, 100);
		endedFromTo(this.orders, 900, 1050);
		endedFromTo(this.orders, 1200, 1300);
		this.monitor.join(LATER);
		assertThat(window().pauseNanos()).isEqualTo(50);
	}

	@Test
	void pauseThatIsToldOfAfterTheRequestEndedCounts() {
		long end = System.nanoTime();
		endedFromTo(this.orders, end - 1000, end);
		this.monitor.join(end);
		this.pauses.add(end - 500, 200);
		this.monitor.join(end + PausedRequests.JOIN_AFTER_NANOS + 1);
		this.monitor.join(end + LATER);
		assertThat(window().pauseNanos()).isEqualTo(200);
	}

	@Test
	void slowestRequestsThatMetAPauseMakeUpTheShare() {
		for (int i = 0; i < 98; i++) {
			endedFromTo(this.orders, 100_000_000L * i, 100_000_000L * i + 1_000_000);
		}
		long late = 100_000_000_000L;
		endedFromTo(this.orders, late, late + 50_000_000);
		endedFromTo(this.orders, 2 * late, 2 * late + 60_000_000);
		assertThat(window().slowestPausedRatio()).isZero();
		this.pauses.add(0, 500);
		this.pauses.add(late, 40_000_000);
		this.monitor.join(3 * late);
		assertThat(window().slowestPausedRatio()).isEqualTo(0.5);
	}

	@Test
	void onlyRequestIsTheSlowest() {
		this.pauses.add(1000, 100);
		endedFromTo(this.orders, 900, 5_000_000);
		this.monitor.join(LATER);
		assertThat(window().slowestPausedRatio()).isOne();
	}

	@Test
	void requestsThatCouldNotWaitForPausesAreSaid() {
		for (int i = 0; i < EndedRequests.MAX_CAPACITY + 7; i++) {
			endedFromTo(this.orders, i, i + 1);
		}
		this.monitor.join(LATER);
		assertThat(this.monitor.routes().unjoinedRequests()).isEqualTo(7);
	}

	@Test
	void intervalsBeginWhenTheyAreFirstAskedFor() {
		ended(this.orders, 5000, 10);
		assertThat(this.monitor.turn().count()).isZero();
		ended(this.orders, 7000, 10);
		ended(this.orders, 7000, 10);
		assertThat(this.monitor.turn().count()).isEqualTo(2);
		assertThat(this.monitor.turn().count()).isZero();
		assertThat(this.monitor.window().count()).isEqualTo(3);
	}

	@Test
	void listenersAreToldOfExactBytesAndPauses() {
		List<String> told = new ArrayList<>();
		this.monitor.addListener(new RequestListener() {

			@Override
			public void allocated(int route, Outcome outcome, long allocatedBytes) {
				told.add(outcome + " " + allocatedBytes);
			}

			@Override
			public void paused(int route, long pauseNanos) {
				told.add("paused " + pauseNanos);
			}

		});
		this.pauses.add(100, 50);
		endedFromTo(this.orders, 0, 200);
		ended(this.orders, 10, ThreadClocks.UNKNOWN);
		this.monitor.join(LATER);
		assertThat(told).containsExactly("SUCCESS 1", "paused 50");
	}

	// as the thread does once a second
	private void advance(Duration duration) {
		this.clock.advance(duration);
		this.monitor.turnIfDue();
	}

	private RouteWindow window() {
		List<RouteWindow> routes = this.monitor.routes().routes();
		assertThat(routes).hasSize(1);
		return routes.get(0);
	}

	private void ended(int route, long latencyNanos, long bytes) {
		ended(route, -LATER, latencyNanos - LATER, bytes);
	}

	private void endedFromTo(int route, long start, long end) {
		ended(route, start, end, 1);
	}

	private void ended(int route, long start, long end, long bytes) {
		RequestTally tally = new RequestTally();
		tally.begin(start);
		tally.add(bytes, bytes);
		this.monitor.ended(route, Outcome.SUCCESS, false, tally, end);
	}

}
