package io.github.heapwise.allocation;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

import io.github.heapwise.jfr.SharedEventStream;

/**
 * Prints what the threads of JFR and Heapwise cost while an application allocates, from
 * their CPU clocks, and the garbage they make. Arguments: MB a second (0 for an idle
 * application), seconds.
 */
final class RecorderThreadsBenchmark {

	// until the governor and the JIT have settled
	private static final long WARM_UP_MILLIS = 40_000;

	private final ThreadClocks clocks = new ThreadClocks();

	private RecorderThreadsBenchmark() {
	}

	public static void main(String[] args) throws Exception {
		new RecorderThreadsBenchmark().run(Long.parseLong(args[0]), Integer.parseInt(args[1]));
	}

	private void run(long megabytesPerSecond, int seconds) throws Exception {
		AllocationSettings settings = new AllocationSettings(Duration.ofSeconds(10), Duration.ofHours(1), 16 << 20,
				200_000, 0.01, (name) -> true, (name) -> false, RouteSources.none());
		try (KnownWorkload workload = new KnownWorkload(megabytesPerSecond << 20, false);
				AllocationProfiler profiler = new AllocationProfiler(settings, new SharedEventStream(128, null),
						Clock.systemUTC(), System.out::println)) {
			profiler.start();
			if (megabytesPerSecond > 0) {
				workload.resume();
			}
			Thread.sleep(WARM_UP_MILLIS);
			Map<String, Long> start = this.clocks.cpuNanos();
			long allocatedBefore = allocated(workload);
			double[][] rows = new double[seconds][];
			for (int second = 0; second < seconds; second++) {
				rows[second] = second(profiler);
			}
			double rate = (allocated(workload) - allocatedBefore) / 1e6 / seconds;
			Map<String, Long> end = new TreeMap<>(this.clocks.cpuNanos());
			end.replaceAll((name, nanos) -> (nanos - start.getOrDefault(name, 0L)) / seconds / 1000);
			System.out.printf("JDK %d, %d MB/s asked, %.0f MB/s allocated, %d s, %s%n", Runtime.version().feature(),
					megabytesPerSecond, rate, seconds, profiler.status().sampling());
			System.out.printf("  %% of a core: %s%n", mean(rows, 0));
			System.out.printf("  bytes of garbage a second: %s%n", mean(rows, 1));
			System.out.printf("  events a second: %s%n", mean(rows, 2));
			System.out.printf("  %% of a core by its own account: %s%n", mean(rows, 3));
			System.out.printf("  us a second by thread: %s%n", end);
		}
	}

	private double[] second(AllocationProfiler profiler) throws Exception {
		long began = System.nanoTime();
		long cpu = this.clocks.cpuNanos().values().stream().mapToLong(Long::longValue).sum();
		long garbage = this.clocks.allocatedBytes();
		Thread.sleep(1000);
		double elapsed = System.nanoTime() - began;
		long cpuAfter = this.clocks.cpuNanos().values().stream().mapToLong(Long::longValue).sum();
		RecorderStatus status = profiler.status();
		return new double[] { 100 * (cpuAfter - cpu) / elapsed,
				(this.clocks.allocatedBytes() - garbage) / elapsed * 1e9, status.samplesPerSecond(),
				100 * status.cpuRatio() };
	}

	private static Interval mean(double[][] rows, int column) {
		return Interval.bootstrap(rows, 5, (drawn) -> Interval.mean(drawn, (row) -> row[column]));
	}

	private static long allocated(KnownWorkload workload) {
		return workload.truth().values().stream().mapToLong(Long::longValue).sum();
	}

}
