package io.github.heapwise.memory;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

import com.sun.management.ThreadMXBean;
import io.github.heapwise.jvm.OwnThreadsCost;

/**
 * Prints what it costs to read the memory of the process and to take a sample: CPU clock
 * and garbage of the thread that does it, in a JVM of 100 threads more. Argument: rounds.
 */
final class MemoryCostBenchmark {

	private static final int CALLS = 200;

	private static final int OTHER_THREADS = 100;

	private static final int THREAD_SECONDS = 60;

	private static final int WARM_UP_ROUNDS = 20;

	private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

	private final MemoryReader reader = new MemoryReader(Path.of("/"));

	private final MemorySampler sampler = new MemorySampler(this.reader, new OverheadMeter(List.of()));

	private final MemorySample sample;

	private MemoryCostBenchmark() {
		this.sampler.begin(System.nanoTime());
		this.sample = this.sampler.sample(0, System.nanoTime());
	}

	public static void main(String[] args) throws InterruptedException {
		for (int i = 0; i < OTHER_THREADS; i++) {
			Thread thread = new Thread(LockSupport::park, "worker-" + i);
			thread.setDaemon(true);
			thread.start();
		}
		MemoryCostBenchmark benchmark = new MemoryCostBenchmark();
		int rounds = Integer.parseInt(args[0]);
		System.out.printf("JDK %d, %d threads, %d rounds of %d calls: median [min, max]%n", Runtime.version().feature(),
				Thread.activeCount(), rounds, CALLS);
		benchmark.measure("read, everything", rounds, () -> benchmark.reader.snapshot(Instant.EPOCH, benchmark.sample));
		benchmark.measure("read, as text", rounds,
				() -> MemoryScreen.draw(benchmark.reader.snapshot(Instant.EPOCH, benchmark.sample)));
		benchmark.measure("one sample", rounds, () -> benchmark.sampler.sample(0, System.nanoTime()));
		OwnThreadsCost ownThreads = new OwnThreadsCost();
		benchmark.measure("cost of own threads, every 10 s", rounds, ownThreads::sinceLastCall);
		measureThread();
		System.out.printf("  history of 15 minutes: %d bytes of heap%n",
				new MemoryHistory(Duration.ofSeconds(1), Duration.ofMinutes(15)).heapBytes());
	}

	private void measure(String what, int rounds, Runnable call) {
		double[] micros = new double[rounds];
		double[] bytes = new double[rounds];
		for (int round = -WARM_UP_ROUNDS; round < rounds; round++) {
			long cpu = this.threads.getCurrentThreadCpuTime();
			long allocated = this.threads.getThreadAllocatedBytes(Thread.currentThread().getId());
			for (int i = 0; i < CALLS; i++) {
				call.run();
			}
			if (round >= 0) {
				micros[round] = (this.threads.getCurrentThreadCpuTime() - cpu) / 1e3 / CALLS;
				bytes[round] = (double) (this.threads.getThreadAllocatedBytes(Thread.currentThread().getId())
						- allocated) / CALLS;
			}
		}
		System.out.printf("  %s: %s us of CPU, %s bytes of garbage%n", what, median(micros), median(bytes));
	}

	// The thread as it runs: woken once a second, its caches cold.
	private static void measureThread() throws InterruptedException {
		try (MemoryMonitor monitor = new MemoryMonitor(new MemoryHistory(Duration.ofSeconds(1), Duration.ofMinutes(15)),
				List.of(), Clock.systemUTC(), System.out::println)) {
			OwnThreadsCost cost = new OwnThreadsCost();
			monitor.start();
			Thread.sleep(5_000);
			cost.sinceLastCall();
			Thread.sleep(1000L * THREAD_SECONDS);
			OwnThreadsCost.Cost used = cost.sinceLastCall();
			System.out.printf("  its thread, %d s: %.4f %% of a core, %d bytes of garbage a second%n", THREAD_SECONDS,
					used.cpuNanos() / 1e7 / THREAD_SECONDS, used.allocatedBytes() / THREAD_SECONDS);
		}
	}

	private static String median(double[] values) {
		double[] sorted = values.clone();
		Arrays.sort(sorted);
		return "%.0f [%.0f, %.0f]".formatted(sorted[sorted.length / 2], sorted[0], sorted[sorted.length - 1]);
	}

}
