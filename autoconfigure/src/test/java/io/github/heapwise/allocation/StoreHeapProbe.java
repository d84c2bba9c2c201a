package io.github.heapwise.allocation;

import java.time.Duration;
import java.util.Random;

/**
 * Fills a store in a JVM of its own and prints what it takes of the heap, by its own
 * account and by that of the collector.
 */
final class StoreHeapProbe {

	private static final AllocationLimits LIMITS = new AllocationLimits(Duration.ofSeconds(10), Duration.ofHours(1),
			16 << 20, 200_000, 4096);

	private static final int BUCKETS = 60;

	private static final int SAMPLES_A_BUCKET = 2000;

	private static final int ROUTES = 200;

	// a field, because a local variable may outlive its use
	private static FedStore store = new FedStore(LIMITS);

	private StoreHeapProbe() {
	}

	public static void main(String[] args) {
		// What starting the JVM left behind goes first.
		store = fill(new FedStore(LIMITS), 2);
		usedBytes();
		store = fill(new FedStore(LIMITS), BUCKETS);
		long with = usedBytes();
		System.out.println("told=" + store.store().heapBytes());
		store = new FedStore(LIMITS);
		System.out.println("measured=" + (with - usedBytes() + store.store().heapBytes()));
	}

	private static FedStore fill(FedStore store, int buckets) {
		Random random = new Random(1);
		for (int bucket = 0; bucket < buckets; bucket++) {
			store.rotate(10L * bucket);
			for (int sample = 0; sample < SAMPLES_A_BUCKET; sample++) {
				int thread = random.nextInt(20);
				store.allocate(thread, "worker-" + thread, 1000);
				int route = 1 + random.nextInt(ROUTES);
				store.sampleOf(RouteTag.noted(route), 10L * bucket + 1, thread, stack(random), 1000);
				store.serve(route, 1, 1, 1000);
			}
		}
		return store;
	}

	private static String stack(Random random) {
		StringBuilder stack = new StringBuilder("java.lang.Thread.run");
		for (int depth = 0; depth < 12; depth++) {
			stack.append(";com.acme.shop.service.Component").append(depth).append(".call").append(random.nextInt(3));
		}
		return stack.append(";byte[]").toString();
	}

	private static long usedBytes() {
		// One collection alone leaves what only references hold that it clears.
		for (int i = 0; i < 3; i++) {
			System.gc();
		}
		return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
	}

}
