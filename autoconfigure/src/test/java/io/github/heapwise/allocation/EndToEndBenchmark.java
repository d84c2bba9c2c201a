package io.github.heapwise.allocation;

import java.util.Random;
import java.util.SplittableRandom;

import one.profiler.AsyncProfiler;

/**
 * Prints the CPU time of the whole process for fixed work, as a ratio of that without any
 * profiler: nothing against nothing, Heapwise with all events, async-profiler at its
 * default. Argument: number of ABBA quadruples of each.
 */
final class EndToEndBenchmark {

	private static final long WORK_BYTES = 2L << 30;

	private static final long BATCH_BYTES = 64 << 10;

	private static final KnownFunction[] FUNCTIONS = { KnownFunction.SMALL_ARRAYS, KnownFunction.POINTS,
			KnownFunction.MEDIUM_ARRAYS, KnownFunction.BOXES };

	private final ThreadClocks clocks = new ThreadClocks();

	private final KnownAllocations allocations = new KnownAllocations();

	private final CallChain.Link chain = CallChain.of(50, this::allocate, new Random(1));

	private final SplittableRandom random = new SplittableRandom(1);

	private final RecordedModes modes = new RecordedModes();

	private final AsyncProfiler asyncProfiler = AsyncProfiler.getInstance();

	private EndToEndBenchmark() {
	}

	public static void main(String[] args) throws Exception {
		EndToEndBenchmark benchmark = new EndToEndBenchmark();
		int quadruples = Integer.parseInt(args[0]);
		benchmark.compare("warm-up", 3, Profiler.NONE);
		benchmark.compare("nothing against nothing", quadruples, Profiler.NONE);
		benchmark.compare("Heapwise, all events", quadruples, Profiler.HEAPWISE);
		benchmark.compare("async-profiler, 512 KB", quadruples, Profiler.ASYNC_PROFILER);
		System.exit(0);
	}

	private void compare(String name, int quadruples, Profiler profiler) throws Exception {
		double[][] logRatios = new double[quadruples][];
		for (int i = 0; i < quadruples; i++) {
			double a = cpuNanos(Profiler.NONE);
			double b = cpuNanos(profiler);
			b += cpuNanos(profiler);
			a += cpuNanos(Profiler.NONE);
			logRatios[i] = new double[] { Math.log(b / a) };
		}
		Interval log = Interval.bootstrap(logRatios, 3, (rows) -> Interval.median(rows, (row) -> row[0]));
		System.out.printf("JDK %d, %s: %.4f [%.4f, %.4f]%n", Runtime.version().feature(), name, Math.exp(log.value()),
				Math.exp(log.low()), Math.exp(log.high()));
	}

	private double cpuNanos(Profiler profiler) throws Exception {
		switch (profiler) {
			case NONE -> this.modes.off();
			case HEAPWISE -> this.modes.withStack();
			case ASYNC_PROFILER -> this.asyncProfiler.execute("start,event=alloc,alloc=512k");
		}
		work(WORK_BYTES / 10);
		long before = this.clocks.processNanos();
		work(WORK_BYTES);
		long nanos = this.clocks.processNanos() - before;
		if (profiler == Profiler.ASYNC_PROFILER) {
			this.asyncProfiler.execute("stop");
		}
		return nanos;
	}

	private void work(long bytes) {
		for (long allocated = 0; allocated < bytes; allocated += BATCH_BYTES) {
			this.chain.call(BATCH_BYTES);
		}
	}

	private void allocate(long bytes) {
		for (long allocated = 0; allocated < bytes;) {
			KnownFunction function = FUNCTIONS[this.random.nextInt(FUNCTIONS.length)];
			function.run(this.allocations);
			allocated += function.bytes();
		}
	}

	private enum Profiler {

		NONE, HEAPWISE, ASYNC_PROFILER

	}

}
