package io.github.heapwise.allocation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import io.github.heapwise.jfr.SharedEventStream;
import org.jspecify.annotations.Nullable;

/**
 * Profilers with the defaults of the properties, and questions to them.
 */
final class Profilers {

	static final double DEFAULT_CPU_BUDGET = 0.01;

	private Profilers() {
	}

	static AllocationProfiler create(double cpuBudgetRatio, List<String> reasons) {
		return create(cpuBudgetRatio, RouteSources.none(), reasons);
	}

	static AllocationProfiler create(double cpuBudgetRatio, RouteSources routes, List<String> reasons) {
		CodeOwner owner = new ApplicationCode(List.of("io.github.heapwise.allocation"), null,
				Profilers.class.getClassLoader());
		return new AllocationProfiler(
				new AllocationSettings(Duration.ofSeconds(10), Duration.ofHours(1), 16 << 20, 200_000, cpuBudgetRatio,
						owner, (name) -> false, routes),
				new SharedEventStream(128, null), Clock.systemUTC(), reasons::add);
	}

	static AllocationProfile lastMinutes(AllocationProfiler profiler, @Nullable String thread) {
		return lastMinutes(profiler, thread, null);
	}

	static AllocationProfile lastMinutesOfRoute(AllocationProfiler profiler, String route) {
		return lastMinutes(profiler, null, route);
	}

	private static AllocationProfile lastMinutes(AllocationProfiler profiler, @Nullable String thread,
			@Nullable String route) {
		Instant now = Instant.now();
		AllocationProfile profile = profiler.profile(new AllocationQuery(now.minusSeconds(300), now.plusSeconds(1),
				null, thread, route, AllocationValue.BYTES));
		if (profile == null) {
			throw new AssertionError("Unavailable: " + profiler.status().reason());
		}
		return profile;
	}

}
