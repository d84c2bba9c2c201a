package io.github.heapwise.allocation;

/**
 * Prints what opening and closing a slice costs, CPU time of the whole process while
 * nothing else runs. Argument: number of slices.
 */
final class ToggleCostBenchmark {

	private static final int PER_ROUND = 20;

	private ToggleCostBenchmark() {
	}

	public static void main(String[] args) throws Exception {
		ThreadClocks clocks = new ThreadClocks();
		try (RecordedModes modes = new RecordedModes()) {
			double[][] rounds = new double[Integer.parseInt(args[0]) / PER_ROUND][];
			for (int round = -5; round < rounds.length; round++) {
				double toggling = cpuMicros(clocks, modes, true);
				double waiting = cpuMicros(clocks, modes, false);
				if (round >= 0) {
					rounds[round] = new double[] { toggling, waiting };
				}
			}
			Interval micros = Interval.bootstrap(rounds, 2,
					(rows) -> Interval.median(rows, (row) -> row[0] - row[1]) / PER_ROUND);
			System.out.printf("JDK %d: %s us a slice, at two a second %s %% of a core%n", Runtime.version().feature(),
					micros, micros.times(2 / 1e6 * 100));
		}
	}

	private static double cpuMicros(ThreadClocks clocks, RecordedModes modes, boolean toggle) throws Exception {
		long before = clocks.processNanos();
		for (int slice = 0; slice < PER_ROUND; slice++) {
			if (toggle) {
				modes.withStack();
				modes.withoutStack();
			}
			Thread.sleep(10);
		}
		return (clocks.processNanos() - before) / 1e3;
	}

}
