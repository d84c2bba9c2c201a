package io.github.heapwise.latency;

import java.lang.management.ManagementFactory;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.IntStream;

import com.sun.management.ThreadMXBean;
import io.github.heapwise.jfr.SharedEventStream;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.SingleThreadEventLoop;
import io.netty.channel.nio.NioIoHandler;

/**
 * Prints what measuring latencies costs while there is nothing to measure: the kernel's
 * clock of each thread and its garbage, without anything to watch, with an idle pool, and
 * with event loops that serve nobody. Argument: seconds for each.
 */
final class LatencyCostBenchmark {

	private static final LatencySettings SETTINGS = new LatencySettings(Duration.ofMillis(10), Duration.ofMinutes(5),
			Duration.ofMinutes(15));

	private static final long WARM_UP_SECONDS = 30;

	private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

	private final long seconds;

	private LatencyCostBenchmark(long seconds) {
		this.seconds = seconds;
	}

	public static void main(String[] args) throws Exception {
		LatencyCostBenchmark benchmark = new LatencyCostBenchmark(Long.parseLong(args[0]));
		System.out.printf("JDK %d, %s s each%n", Runtime.version().feature(), args[0]);
		ThreadPoolExecutor pool = (ThreadPoolExecutor) Executors.newFixedThreadPool(4);
		benchmark.measure("an idle pool",
				source(List.of(new ExecutorPool("pool", PoolKind.EXECUTOR, pool)), List.of()));
		pool.shutdown();
		for (int loops : new int[] { 4, 64 }) {
			MultiThreadIoEventLoopGroup group = new MultiThreadIoEventLoopGroup(loops, NioIoHandler.newFactory());
			group.forEach((loop) -> loop.submit(() -> 0).syncUninterruptibly());
			benchmark.measure(loops + " event loops", source(List.of(), loops(group)));
			group.shutdownGracefully(0, 1, TimeUnit.SECONDS).sync();
		}
	}

	private void measure(String what, WorkSource source) throws InterruptedException {
		try (LatencyMonitor monitor = new LatencyMonitor(SETTINGS, new SharedEventStream(64, null), Clock.systemUTC(),
				System.out::println)) {
			monitor.start(List.of(source), null);
			Thread.sleep(1000 * WARM_UP_SECONDS);
			String[] names = { "heapwise-stall", "heapwise-latency", "multiThreadIoEventLoopGroup" };
			long[][] before = used(names);
			Thread.sleep(1000 * this.seconds);
			long[][] after = used(names);
			for (int i = 0; i < names.length; i++) {
				System.out.printf("  %s, %s: %.3f %% of a core, %d bytes of garbage a second%n", what, names[i],
						(after[i][0] - before[i][0]) / 1e7 / this.seconds, (after[i][1] - before[i][1]) / this.seconds);
			}
			System.out.printf("  %s, heap: %d bytes%n", what, monitor.heapBytes());
			measureReading(what, monitor);
		}
	}

	private void measureReading(String what, LatencyMonitor monitor) {
		long[] micros = new long[200];
		for (int i = 0; i < micros.length; i++) {
			long start = this.threads.getCurrentThreadCpuTime();
			monitor.read();
			micros[i] = (this.threads.getCurrentThreadCpuTime() - start) / 1000;
		}
		Arrays.sort(micros);
		System.out.printf("  %s, a read: %d us of CPU%n", what, micros[micros.length / 2]);
	}

	private long[][] used(String... names) {
		return Arrays.stream(names).map(this::used).toArray(long[][]::new);
	}

	private long[] used(String name) {
		Predicate<Long> isNamed = (id) -> {
			var info = this.threads.getThreadInfo(id);
			return info != null && info.getThreadName().startsWith(name);
		};
		List<Long> ids = Arrays.stream(this.threads.getAllThreadIds()).boxed().filter(isNamed).toList();
		return new long[] { ids.stream().mapToLong(this.threads::getThreadCpuTime).sum(),
				ids.stream().mapToLong(this.threads::getThreadAllocatedBytes).sum() };
	}

	private static List<Loop> loops(Iterable<?> group) {
		List<SingleThreadEventLoop> all = new ArrayList<>();
		group.forEach((loop) -> all.add((SingleThreadEventLoop) loop));
		return IntStream.range(0, all.size())
			.<Loop>mapToObj((i) -> new BenchmarkLoop("loop-" + i, all.get(i)))
			.toList();
	}

	private static WorkSource source(List<Pool> pools, List<Loop> loops) {
		return new WorkSource() {

			@Override
			public List<Pool> pools() {
				return pools;
			}

			@Override
			public List<Loop> loops() {
				return loops;
			}

		};
	}

	private record BenchmarkLoop(String name, SingleThreadEventLoop executor) implements Loop {

		@Override
		public int pending() {
			return this.executor.pendingTasks();
		}

		@Override
		public boolean hasThread() {
			return true;
		}

		@Override
		public LoopThread thread() {
			return new LoopThread(this.executor.threadProperties().id(), this.executor.threadProperties().name(),
					this.executor.threadProperties()::stackTrace);
		}

		@Override
		public boolean isShutdown() {
			return false;
		}

	}

}
