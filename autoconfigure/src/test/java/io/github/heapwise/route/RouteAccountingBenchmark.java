package io.github.heapwise.route;

import java.lang.management.ManagementFactory;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

import com.sun.management.ThreadMXBean;
import io.github.heapwise.route.FakeStack.Request;
import io.github.heapwise.timeline.PauseTimes;
import io.github.heapwise.timeline.RequestNotes;
import io.github.heapwise.timeline.RouteTable;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What accounting for a request costs, with {@code -prof gc} for garbage: all of it
 * ({@link #request()}), and the two clocks of the thread alone ({@link #clocks()}). One
 * of them is a call into the kernel, so requests read it once a millisecond only.
 * <p>
 * On a machine that does other things meanwhile wall times say little: {@link #main}
 * prints the CPU time and the garbage of the thread itself.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(2)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class RouteAccountingBenchmark {

	private static final int ROUNDS = 15;

	private static final int REQUESTS = 500_000;

	@Param({ "false", "true" })
	boolean meters;

	private final ThreadClocks clocks = ThreadClocks.ofThisJvm();

	private RouteMonitor monitor;

	private RequestAccounting<Request> accounting;

	private Request request;

	/**
	 * Print CPU time and garbage of a request, with meters.
	 * @param arguments none
	 */
	public static void main(String[] arguments) {
		RouteAccountingBenchmark benchmark = new RouteAccountingBenchmark();
		benchmark.meters = true;
		benchmark.setUp();
		ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
		for (int round = 0; round < ROUNDS; round++) {
			long cpu = threads.getCurrentThreadCpuTime();
			long bytes = threads.getCurrentThreadAllocatedBytes();
			for (int i = 0; i < REQUESTS; i++) {
				benchmark.request();
			}
			System.out.printf("%.0f ns, %.3f bytes%n", (double) (threads.getCurrentThreadCpuTime() - cpu) / REQUESTS,
					(double) (threads.getCurrentThreadAllocatedBytes() - bytes) / REQUESTS);
		}
		benchmark.tearDown();
	}

	@Setup
	public void setUp() {
		RouteTable table = new RouteTable(200);
		this.monitor = new RouteMonitor(new RouteSettings(Duration.ofMinutes(5), true, null), table, new PauseTimes(),
				Clock.systemUTC());
		this.monitor.start();
		this.accounting = new RequestAccounting<>(new FakeStack(true), this.clocks, table, new RequestNotes(),
				this.monitor);
		this.request = new Request("/orders/{id}");
		if (this.meters) {
			new RouteMeters(this.monitor).bindTo(new SimpleMeterRegistry());
		}
	}

	@TearDown
	public void tearDown() {
		this.monitor.close();
	}

	@Benchmark
	public void request() {
		this.accounting.started(this.request);
		this.accounting.opened(this.request);
		this.accounting.closed(this.request);
		this.accounting.stopped(this.request);
	}

	@Benchmark
	public long clocks() {
		return this.clocks.allocatedBytes() + this.clocks.cpuNanos() + this.clocks.allocatedBytes()
				+ this.clocks.cpuNanos();
	}

}
