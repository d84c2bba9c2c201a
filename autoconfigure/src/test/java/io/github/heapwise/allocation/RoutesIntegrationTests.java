package io.github.heapwise.allocation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;

import io.github.heapwise.allocation.ProfiledRoutes.AskedRoute;
import io.github.heapwise.calltree.CallTree;
import io.github.heapwise.test.VirtualThreads;
import io.github.heapwise.timeline.HandlerRoutes;
import io.github.heapwise.timeline.RequestNotes;
import io.github.heapwise.timeline.RouteSamples.Estimate;
import io.github.heapwise.timeline.RouteTable;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

/**
 * Integration tests of routes with the Flight Recorder of this JVM.
 */
class RoutesIntegrationTests {

	private static final int REQUESTS = 400;

	private static final String SMALL = KnownWork.class.getName() + ".small";

	private final List<String> reasons = Collections.synchronizedList(new ArrayList<>());

	private final CountDownLatch end = new CountDownLatch(1);

	private AllocationProfiler profiler = Profilers.create(1, this.reasons);

	@AfterEach
	void close() {
		this.end.countDown();
		this.profiler.close();
		assertThat(this.reasons).isEmpty();
	}

	@Test
	void requestsOfOneThreadThatRunTheSameCodeAreToldApartByTime() {
		KnownRequests requests = new KnownRequests(true);
		startRecording(requests.sources());
		runAndStayAlive(() -> IntStream.range(0, REQUESTS).forEach((i) -> requests.serve()), 2);
		await(() -> {
			assertEstimates(requests, 20);
			assertExact(requests, KnownRequests.SHORT);
			assertExact(requests, KnownRequests.LONG);
		});
	}

	@Test
	void requestsThatNobodyCountsAreToldApartByTime() {
		KnownRequests requests = new KnownRequests(false);
		startRecording(requests.sources());
		runAndStayAlive(() -> IntStream.range(0, 2 * REQUESTS).forEach((i) -> onAThreadOfItsOwn(requests::serve)), 1);
		await(() -> {
			assertEstimates(requests, 25);
			AskedRoute asked = Profilers.lastMinutesOfRoute(this.profiler, KnownRequests.LONG).routes().asked();
			assertThat(asked.exact()).isFalse();
			assertThat(asked.requests()).isPositive();
			assertThat(asked.allocatedBytes()).isCloseTo(requests.bytes(KnownRequests.LONG), withinPercentage(25));
		});
	}

	@Test
	void withoutNotesTheHandlerNearestToTheAllocationDecides() {
		RouteTable table = new RouteTable(10);
		Map<String, Integer> routes = Map.of("outer", table.number("GET", "/outer"), "inner",
				table.number("GET", "/inner"));
		HandlerRoutes handlers = (className, method) -> className.equals(Handlers.class.getName())
				? routes.getOrDefault(method, RouteTable.NONE) : RouteTable.NONE;
		startRecording(new RouteSources(table, new RequestNotes(), handlers, RouteSources.none().totals()));
		runAndStayAlive(() -> IntStream.range(0, 2000).forEach((i) -> Handlers.outer()), 1);
		await(() -> {
			long inner = total("GET /inner");
			assertThat(inner).isCloseTo(2000 * 9 * KnownWork.SMALL_BYTES, withinPercentage(15));
			assertThat(total("GET /outer")).isBetween(inner / 20, inner / 4);
			assertThat(Profilers.lastMinutesOfRoute(this.profiler, "/inner").routes().asked().exact()).isFalse();
		});
	}

	private void startRecording(RouteSources sources) {
		this.profiler = Profilers.create(1, sources, this.reasons);
		this.profiler.start();
		await(() -> assertThat(this.profiler.status().state()).isEqualTo(RecorderStatus.State.RECORDING));
	}

	// Threads with a counter to scale to.
	private void runAndStayAlive(Runnable work, int threads) {
		for (int i = 0; i < threads; i++) {
			new Thread(() -> {
				work.run();
				awaitUninterruptibly(this.end);
			}, "known-server-" + i).start();
		}
	}

	// Without virtual threads on the one that lives on: platform threads that end leave
	// TLABs behind they hardly used, which makes more of what short requests allocated.
	private static void onAThreadOfItsOwn(Runnable task) {
		if (!VirtualThreads.AVAILABLE) {
			task.run();
			return;
		}
		CountDownLatch done = new CountDownLatch(1);
		VirtualThreads.startOrElsePlatform(() -> {
			task.run();
			done.countDown();
		});
		awaitUninterruptibly(done);
	}

	private static void awaitUninterruptibly(CountDownLatch latch) {
		try {
			latch.await();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private void assertEstimates(KnownRequests requests, int percent) {
		Instant now = Instant.now();
		Map<Integer, Estimate> estimates = this.profiler.routes(now.minusSeconds(300), now.plusSeconds(60));
		for (String route : List.of(KnownRequests.SHORT, KnownRequests.LONG)) {
			Estimate estimate = estimates.get(requests.number(route));
			assertThat(estimate).as(route).isNotNull();
			assertThat(estimate.samples()).as(route).isGreaterThan(50);
			assertThat(estimate.bytes()).as(route).isCloseTo(requests.bytes(route), withinPercentage(percent));
		}
	}

	private void assertExact(KnownRequests requests, String route) {
		AllocationProfile profile = Profilers.lastMinutesOfRoute(this.profiler, route);
		AskedRoute asked = profile.routes().asked();
		assertThat(asked.exact()).as(route).isTrue();
		assertThat(asked.allocatedBytes()).as(route).isEqualTo(requests.bytes(route));
		assertThat(profile.tree().totalBytes(0)).as(route).isCloseTo(asked.allocatedBytes(), withinPercentage(0.1));
		assertThat(bytesOf(SMALL, profile.tree())).as(route).isCloseTo(asked.allocatedBytes(), withinPercentage(5));
	}

	private long total(String route) {
		return Profilers.lastMinutesOfRoute(this.profiler, route).tree().totalBytes(0);
	}

	private static long bytesOf(String method, CallTree tree) {
		return IntStream.range(0, tree.size())
			.filter((node) -> tree.frame(node).name().equals(method))
			.mapToLong(tree::totalBytes)
			.sum();
	}

	private static void await(org.awaitility.core.ThrowingRunnable assertion) {
		Awaitility.await().atMost(Duration.ofSeconds(60)).untilAsserted(assertion);
	}

	/**
	 * Handlers, one of which calls the other, as a forwarded request does.
	 */
	private static final class Handlers {

		static void outer() {
			KnownWork.small();
			inner();
		}

		static void inner() {
			for (int i = 0; i < 9; i++) {
				KnownWork.small();
			}
		}

	}

}
