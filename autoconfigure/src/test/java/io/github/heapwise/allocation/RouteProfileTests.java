package io.github.heapwise.allocation;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import io.github.heapwise.allocation.ProfiledRoutes.AskedRoute;
import io.github.heapwise.allocation.ProfiledRoutes.RouteShare;
import io.github.heapwise.timeline.Route;
import io.github.heapwise.timeline.RouteSamples.Estimate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for what an {@link AllocationStore} tells of routes.
 */
class RouteProfileTests {

	private final FedStore fed = new FedStore();

	private final int list = this.fed.route("GET", "/orders");

	private final int create = this.fed.route("POST", "/orders");

	private final int idle = this.fed.route("GET", "/idle");

	@Test
	void profileOfARouteIsScaledToWhatItsRequestsAllocated() {
		twoRoutesOfOneThread();
		this.fed.serve(this.list, 3, 3, 900).rotate(10);
		AllocationProfile profile = this.fed.profileOfRoute(0, 10, "GET /orders");
		assertThat(FedStore.folded(profile)).isEqualTo("serve;byte[] 300\nserve;char[] 600\n");
		assertThat(profile.routes().asked()).isEqualTo(new AskedRoute("GET", "/orders", 3, 900, true));
		assertThat(profile.samples()).isEqualTo(2);
	}

	@Test
	void profileOfARouteThatWasNotCountedIsLeftAsEstimated() {
		twoRoutesOfOneThread();
		this.fed.serve(this.list, 3, 2, 900).rotate(10);
		AllocationProfile profile = this.fed.profileOfRoute(0, 10, "GET /orders");
		assertThat(FedStore.folded(profile)).isEqualTo("serve;byte[] 1000\nserve;char[] 2000\n");
		assertThat(profile.routes().asked()).isEqualTo(new AskedRoute("GET", "/orders", 3, 3000, false));
	}

	@Test
	void patternAloneIsTheRouteOfEveryMethodEachScaledOnItsOwn() {
		twoRoutesOfOneThread();
		this.fed.serve(this.list, 3, 3, 900).serve(this.create, 1, 1, 50).rotate(10);
		AllocationProfile profile = this.fed.profileOfRoute(0, 10, "/orders");
		assertThat(FedStore.folded(profile)).isEqualTo("serve;byte[] 350\nserve;char[] 600\n");
		assertThat(profile.routes().asked()).isEqualTo(new AskedRoute(null, "/orders", 4, 950, true));
	}

	@Test
	void patternIsSampledIfOneOfItsRoutesIs() {
		twoRoutesOfOneThread();
		this.fed.serve(this.list, 3, 3, 900).rotate(10);
		assertThat(this.fed.profileOfRoute(0, 10, "/orders").routes().asked())
			.isEqualTo(new AskedRoute(null, "/orders", 3, 1900, false));
	}

	@Test
	void profileOfEveryRouteIsThatOfTheThreads() {
		twoRoutesOfOneThread();
		this.fed.serve(this.list, 3, 3, 900).rotate(10);
		AllocationProfile profile = this.fed.profile();
		assertThat(FedStore.folded(profile)).isEqualTo("serve;byte[] 2000\nserve;char[] 2000\n");
		assertThat(profile.routes().asked()).isNull();
		assertThat(profile.routes().top()).containsExactly(new RouteShare(new Route("POST", "/orders"), 1000),
				new RouteShare(new Route("GET", "/orders"), 900));
	}

	@Test
	void typeAndThreadOfARouteAreShares() {
		twoRoutesOfOneThread();
		this.fed.serve(this.list, 3, 3, 900).rotate(10);
		AllocationProfile bytes = this.fed.profile(query("byte[]", null, AllocationValue.BYTES));
		assertThat(FedStore.folded(bytes)).isEqualTo("serve;byte[] 300\n");
		assertThat(bytes.routes().asked()).isEqualTo(new AskedRoute("GET", "/orders", 3, 900, true));
		assertThat(FedStore.folded(this.fed.profile(query(null, "exec", AllocationValue.BYTES))))
			.isEqualTo("serve;byte[] 300\nserve;char[] 600\n");
		assertThat(FedStore.folded(this.fed.profile(query(null, "nobody", AllocationValue.BYTES)))).isEmpty();
	}

	@Test
	void objectsOfARouteAreScaledLikeItsBytes() {
		twoRoutesOfOneThread();
		this.fed.serve(this.list, 3, 3, 900).rotate(10);
		assertThat(FedStore.folded(this.fed.profile(query(null, null, AllocationValue.OBJECTS))))
			.isEqualTo("serve;byte[] 3\nserve;char[] 6\n");
	}

	@Test
	void routeThatWasCountedButNotSampledIsOneNode() {
		twoRoutesOfOneThread();
		this.fed.serve(this.idle, 2, 2, 64).rotate(10);
		AllocationProfile profile = this.fed.profileOfRoute(0, 10, "GET /idle");
		assertThat(FedStore.folded(profile)).isEqualTo("(not sampled: GET /idle) 64\n");
		assertThat(profile.notSampledBytes()).isEqualTo(64);
		assertThat(profile.samples()).isZero();
		assertThat(profile.routes().asked()).isEqualTo(new AskedRoute("GET", "/idle", 2, 64, true));
	}

	@Test
	void routeThatWasNeitherCountedNorSampledIsEmpty() {
		twoRoutesOfOneThread();
		this.fed.serve(this.idle, 2, 0, 0).rotate(10);
		AllocationProfile profile = this.fed.profileOfRoute(0, 10, "/idle");
		assertThat(FedStore.folded(profile)).isEmpty();
		assertThat(profile.routes().asked()).isEqualTo(new AskedRoute("GET", "/idle", 2, 0, false));
	}

	@ParameterizedTest
	@ValueSource(strings = { "GET /none", "/none", "GET", "get /orders", "orders", "GET  /orders", "%s", "." })
	void unknownRouteIsEmpty(String route) {
		twoRoutesOfOneThread();
		this.fed.rotate(10);
		AllocationProfile profile = this.fed.profileOfRoute(0, 10, route);
		assertThat(FedStore.folded(profile)).isEmpty();
		assertThat(profile.routes().asked()).isEqualTo(new AskedRoute(null, route, 0, 0, false));
	}

	@Test
	void routeTheStackTellsCountsLikeANotedOne() {
		this.fed.rotate(0)
			.sampleOf(RouteTag.byStack(this.list), 1, FedStore.virtual(100), "handle;byte[]", 300)
			.sample(1, 100, "loop;byte[]", 100)
			.allocateElsewhere(800)
			.rotate(10);
		assertThat(FedStore.folded(this.fed.profileOfRoute(0, 10, "GET /orders"))).isEqualTo("handle;byte[] 600\n");
	}

	@Test
	void stacklessSampleStaysWithItsRoute() {
		this.fed.rotate(0, SamplingMode.SLICED)
			.allocate(7, "exec-1", 1000)
			.sampleOf(RouteTag.noted(this.list), 1, 7, "list;byte[]", 100)
			.sampleOf(RouteTag.noted(this.create), 1, 7, "byte[]", 300)
			.sampleOf(RouteTag.noted(this.list), 1, 7, "byte[]", 100)
			.rotate(10);
		assertThat(FedStore.folded(this.fed.profileOfRoute(0, 10, "GET /orders"))).isEqualTo("list;byte[] 400\n");
		assertThat(FedStore.folded(this.fed.profileOfRoute(0, 10, "POST /orders")))
			.isEqualTo("(stack not sampled);byte[] 600\n");
	}

	@Test
	void whatWasCountedIsOfTheTimeItEndedIn() {
		this.fed.rotate(0)
			.serve(this.list, 1, 1, 100)
			.rotate(10)
			.serve(this.list, 2, 2, 500)
			.rotate(20)
			.serve(this.list, 4, 4, 800)
			.flushed(25);
		assertThat(this.fed.profileOfRoute(0, 10, "GET /orders").routes().asked())
			.isEqualTo(new AskedRoute("GET", "/orders", 1, 100, true));
		assertThat(this.fed.profileOfRoute(10, 20, "GET /orders").routes().asked())
			.isEqualTo(new AskedRoute("GET", "/orders", 2, 500, true));
		assertThat(this.fed.profileOfRoute(10, 30, "GET /orders").routes().asked())
			.isEqualTo(new AskedRoute("GET", "/orders", 6, 1300, true));
	}

	@Test
	void estimatesAreByRouteAndLeaveOutWhatBelongsToNone() {
		twoRoutesOfOneThread();
		this.fed.sample(1, 7, "accept;byte[]", 4000).serve(this.list, 3, 0, 0).serve(this.create, 1, 0, 0).rotate(10);
		assertThat(this.fed.routes(0, 10))
			.isEqualTo(Map.of(this.list, new Estimate(1500, 2, 3), this.create, new Estimate(500, 1, 1)));
	}

	@Test
	void estimateCountsTheRequestsOfItsOwnTime() {
		twoRoutesOfOneThread();
		this.fed.serve(this.list, 3, 0, 0)
			.rotate(10)
			.allocate(7, "exec-1", 500)
			.sampleOf(RouteTag.noted(this.list), 11, 7, "serve;byte[]", 1000)
			.serve(this.list, 5, 0, 0)
			.flushed(12)
			.serve(this.list, 90, 0, 0);
		assertThat(this.fed.routes(10, 20)).isEqualTo(Map.of(this.list, new Estimate(500, 1, 5)));
	}

	@Test
	void routeWithoutAnEndedRequestHasNoEstimate() {
		twoRoutesOfOneThread();
		this.fed.serve(this.list, 1, 0, 0).rotate(10);
		assertThat(this.fed.routes(0, 10)).containsOnlyKeys(this.list);
	}

	@Test
	void estimateCountsSamplesWithoutAStackIfTheirRouteWasNoted() {
		this.fed.rotate(0, SamplingMode.SLICED)
			.allocate(7, "exec-1", 1000)
			.sampleOf(RouteTag.noted(this.list), 1, 7, "list;byte[]", 100)
			.sampleOf(RouteTag.noted(this.list), 1, 7, "byte[]", 100)
			.sampleOf(RouteTag.byStack(this.create), 1, 7, "create;char[]", 100)
			.sample(1, 7, "char[]", 100)
			.serve(this.list, 2, 0, 0)
			.serve(this.create, 1, 0, 0)
			.rotate(10);
		assertThat(this.fed.routes(0, 10))
			.isEqualTo(Map.of(this.list, new Estimate(500, 2, 2), this.create, new Estimate(500, 1, 1)));
	}

	@Test
	void rangesSideBySideCountEveryBucketOnce() {
		for (int second = 0; second < 100; second += 11) {
			this.fed.rotate(second)
				.allocate(7, "exec-1", 100)
				.sampleOf(RouteTag.noted(this.list), second + 1, 7, "list;byte[]", 10)
				.serve(this.list, 1, 0, 0);
		}
		this.fed.rotate(110).rotate(120);
		long sum = 0;
		for (int second = 0; second < 120; second += 10) {
			Estimate estimate = this.fed.routes(second, second + 10).get(this.list);
			sum += (estimate != null) ? estimate.bytes() : 0;
		}
		assertThat(sum).isEqualTo(10 * 100);
	}

	@Test
	void compactionKeepsRoutes() {
		FedStore small = new FedStore(new AllocationLimits(FedStore.LIMITS.bucket(), FedStore.LIMITS.retention(),
				FedStore.LIMITS.maxBytes(), 1000, 100));
		int route = small.route("GET", "/a");
		small.rotate(0)
			.allocate(7, "main", 100)
			.sampleOf(RouteTag.noted(route), 1, 7, "kept;byte[]", 10)
			.serve(route, 1, 1, 70)
			.rotate(10);
		for (int i = 0; i < 1500; i++) {
			small.sample(11 + i / 10, 7, "m" + i + ";byte[]", 10).rotate(20 + i);
		}
		assertThat(small.store().generation()).isPositive();
		assertThat(FedStore.folded(small.profileOfRoute(0, 10, "GET /a"))).isEqualTo("kept;byte[] 70\n");
	}

	@Test
	void onlyTheRoutesThatAllocatedMostAreNamed() {
		this.fed.rotate(0);
		for (int i = 1; i <= 80; i++) {
			this.fed.serve(this.fed.route("GET", "/r" + i), 1, 1, 1000 + i);
		}
		this.fed.rotate(10);
		List<RouteShare> top = this.fed.profile().routes().top();
		assertThat(top).hasSize(50).startsWith(new RouteShare(new Route("GET", "/r80"), 1080));
	}

	// A thread that allocated 4000 bytes: half of the samples' bytes are of GET.
	private void twoRoutesOfOneThread() {
		this.fed.rotate(0)
			.allocate(7, "exec-1", 4000)
			.sampleOf(RouteTag.noted(this.list), 1, 7, "serve;byte[]", 1000)
			.sampleOf(RouteTag.noted(this.list), 1, 7, "serve;char[]", 2000)
			.sampleOf(RouteTag.noted(this.create), 2, 7, "serve;byte[]", 1000);
	}

	private static AllocationQuery query(@Nullable String type, @Nullable String thread, AllocationValue value) {
		return new AllocationQuery(Instant.EPOCH, Instant.ofEpochSecond(10), type, thread, "GET /orders", value);
	}

}
