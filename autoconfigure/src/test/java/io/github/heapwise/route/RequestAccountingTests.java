package io.github.heapwise.route;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import io.github.heapwise.route.FakeStack.Request;
import io.github.heapwise.timeline.RequestNotes;
import io.github.heapwise.timeline.RouteTable;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link RequestAccounting}.
 */
class RequestAccountingTests {

	private static final int BYTES = 1_000_000;

	// what threads, futures and class loading of a test allocate besides
	private static final Offset<Long> BESIDES = Offset.offset(300_000L);

	private static volatile Object seen = new Object();

	private final RouteTable table = new RouteTable(10);

	private final RequestNotes notes = new RequestNotes();

	private final RouteMonitor monitor = new RouteMonitor(new RouteSettings(Duration.ofMinutes(5), true, null),
			this.table, null, Clock.systemUTC());

	private final RequestAccounting<Request> accounting = accounting(true, ThreadClocks.ofThisJvm());

	private final Request request = new Request("/orders/{id}");

	@Test
	void bytesOfTheThreadBetweenItsStartAndItsEndAreThoseOfTheRequest() {
		allocate();
		serve(this.request, RequestAccountingTests::allocate);
		allocate();
		assertThat(only().bytes().max()).isCloseTo(BYTES, BESIDES);
		assertThat(only().requests()).isOne();
		assertThat(only().exactRequests()).isOne();
		assertThat(only().route()).hasToString("GET /orders/{id}");
	}

	@Test
	void requestThatStaysOnItsThreadSharesNothing() {
		serve(this.request, RequestAccountingTests::allocate);
		assertThat(this.request.isShared()).isFalse();
	}

	@Test
	void scopesWithinScopesCountOnce() {
		serve(this.request, () -> {
			this.accounting.opened(this.request);
			allocate();
			this.accounting.closed(this.request);
			allocate();
		});
		assertThat(only().bytes().max()).isCloseTo(2 * BYTES, BESIDES);
	}

	@Test
	void requestWithinARequestCountsForBoth() {
		Request inner = new Request("/inner");
		serve(this.request, () -> serve(inner, RequestAccountingTests::allocate));
		assertThat(this.monitor.routes().routes()).hasSize(2)
			.allSatisfy((route) -> assertThat(route.bytes().max()).isCloseTo(BYTES, BESIDES));
	}

	@Test
	void threadsThatTakeTurnsAddUp() {
		this.accounting.started(this.request);
		this.accounting.opened(this.request);
		allocate();
		this.request.handedOn = true;
		this.accounting.closed(this.request);
		elsewhere(() -> {
			this.accounting.opened(this.request);
			allocate();
			this.accounting.closed(this.request);
			this.accounting.stopped(this.request);
		});
		assertThat(only().bytes().max()).isCloseTo(2 * BYTES, BESIDES);
	}

	@Test
	void threadThatHelpsMeanwhileAddsUp() {
		serve(this.request, () -> {
			allocate();
			elsewhere(() -> {
				this.accounting.opened(this.request);
				allocate();
				this.accounting.closed(this.request);
			});
		});
		assertThat(only().bytes().max()).isCloseTo(2 * BYTES, BESIDES);
	}

	@Test
	void threadThatStaysBehindTheEndDoesNotMatter() {
		serve(this.request, () -> elsewhere(() -> this.accounting.opened(this.request)));
		serve(new Request("/orders/{id}"), RequestAccountingTests::allocate);
		assertThat(only().requests()).isEqualTo(2);
	}

	@Test
	void requestThatIsStoppedTwiceCountsOnce() {
		serve(this.request, RequestAccountingTests::allocate);
		this.accounting.stopped(this.request);
		elsewhere(() -> this.accounting.stopped(this.request));
		assertThat(only().requests()).isOne();
	}

	@Test
	void sharedRequestThatIsStoppedTwiceCountsOnce() {
		this.request.handedOn = true;
		serve(this.request, RequestAccountingTests::allocate);
		this.accounting.stopped(this.request);
		elsewhere(() -> this.accounting.stopped(this.request));
		assertThat(only().requests()).isOne();
	}

	@Test
	void requestThatIsStoppedBeforeItIsLeftKeepsItsBytes() {
		this.accounting.started(this.request);
		this.accounting.opened(this.request);
		allocate();
		this.accounting.stopped(this.request);
		this.accounting.closed(this.request);
		assertThat(only().bytes().max()).isCloseTo(BYTES, BESIDES);
	}

	@Test
	void scopeThatIsClosedByAnotherThreadIsPassedOver() {
		this.accounting.started(this.request);
		this.accounting.opened(this.request);
		allocate();
		elsewhere(() -> this.accounting.closed(this.request));
		this.accounting.closed(this.request);
		this.accounting.closed(this.request);
		this.accounting.stopped(this.request);
		assertThat(only().bytes().max()).isCloseTo(BYTES, BESIDES);
	}

	@Test
	void requestThatNeverBeganIsPassedOver() {
		this.accounting.closed(this.request);
		this.accounting.stopped(this.request);
		this.accounting.opened(new Request("/other"));
		assertThat(this.monitor.routes().routes()).isEmpty();
	}

	@Test
	void requestsThatNeverEndDoNotPileUp() {
		for (int i = 0; i < 1000; i++) {
			this.accounting.started(new Request("/lost"));
		}
		serve(this.request, RequestAccountingTests::allocate);
		assertThat(only().bytes().max()).isCloseTo(BYTES, BESIDES);
	}

	@Test
	void requestThatIsLeftOutIsNotSeen() {
		this.request.leftOut = true;
		serve(this.request, RequestAccountingTests::allocate);
		assertThat(this.monitor.routes().routes()).isEmpty();
		assertThat(this.table.routes()).hasSize(1);
	}

	@Test
	void statusOfTheServerAndBrokenRequestsAreErrors() {
		for (int status : List.of(200, 404, 500, 503)) {
			this.request.status = status;
			serve(this.request, () -> {
			});
		}
		this.request.status = 200;
		this.request.broken = true;
		serve(this.request, () -> {
		});
		assertThat(only().requests()).isEqualTo(5);
		assertThat(only().errors()).isEqualTo(3);
	}

	@Test
	void routesAreNamedAsSpringNamesThem() {
		for (int status : List.of(404, 302, 200, 500)) {
			Request nowhere = new Request(null);
			nowhere.status = status;
			serve(nowhere, () -> {
			});
		}
		serve(new Request(""), () -> {
		});
		assertThat(this.monitor.routes().routes()).extracting((route) -> route.route().pattern())
			.containsExactlyInAnyOrder("NOT_FOUND", "REDIRECTION", "UNKNOWN", "root");
	}

	@Test
	void threadIsKnownToServeTheRouteWhileItDoes() {
		long thread = Thread.currentThread().getId();
		this.accounting.started(this.request);
		this.accounting.opened(this.request);
		long within = System.nanoTime();
		int route = this.notes.routeAt(thread, within);
		this.accounting.closed(this.request);
		this.accounting.stopped(this.request);
		assertThat(this.table.route(route)).hasToString("GET /orders/{id}");
		assertThat(this.notes.routeAt(thread, within)).isEqualTo(route);
		assertThat(this.notes.routeAt(thread, System.nanoTime())).isEqualTo(RouteTable.NONE);
	}

	@Test
	void threadsThatNobodyCountsLeaveTheBytesUnknown() {
		RequestAccounting<Request> uncounted = accounting(false, ThreadClocks.none());
		uncounted.started(this.request);
		uncounted.opened(this.request);
		allocate();
		uncounted.closed(this.request);
		elsewhere(() -> uncounted.stopped(this.request));
		assertThat(only().requests()).isOne();
		assertThat(only().exactRequests()).isZero();
		assertThat(only().cpuNanos()).isNull();
		assertThat(only().latency().count()).isOne();
	}

	@Test
	void latencyReachesFromTheStartToTheEnd() {
		long start = System.nanoTime();
		serve(this.request, RequestAccountingTests::allocate);
		assertThat(only().latency().max()).isPositive().isLessThanOrEqualTo(System.nanoTime() - start);
	}

	private RequestAccounting<Request> accounting(boolean threadPerRequest, ThreadClocks clocks) {
		return new RequestAccounting<>(new FakeStack(threadPerRequest), clocks, this.table, this.notes, this.monitor);
	}

	private void serve(Request served, Runnable handler) {
		this.accounting.started(served);
		this.accounting.opened(served);
		handler.run();
		this.accounting.closed(served);
		this.accounting.stopped(served);
	}

	private RouteWindow only() {
		List<RouteWindow> routes = this.monitor.routes().routes();
		assertThat(routes).hasSize(1);
		return routes.get(0);
	}

	private static void elsewhere(Runnable task) {
		CompletableFuture.runAsync(task, (run) -> new Thread(run).start()).join();
	}

	private static void allocate() {
		seen = new byte[BYTES];
	}

}
