package io.github.heapwise.allocation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Prints how many bytes a live recording misattributes. Arguments: {@code ALL} or
 * {@code SLICED}, {@code steady} or {@code bursty}, MB a second, number of ranges of 10
 * s.
 * <p>
 * The first range warms up. Ranges of 30 s overlap.
 */
final class AllocationAccuracyBenchmark {

	private static final long RANGE_MILLIS = 10_000;

	// events come a second after they happened
	private static final long FLUSH_MILLIS = 3000;

	private final List<Mark> marks = new ArrayList<>();

	private AllocationAccuracyBenchmark() {
	}

	public static void main(String[] args) throws Exception {
		new AllocationAccuracyBenchmark().run(SamplingMode.valueOf(args[0]), args[1].equals("bursty"),
				Long.parseLong(args[2]) << 20, Integer.parseInt(args[3]));
	}

	private void run(SamplingMode mode, boolean bursty, long bytesPerSecond, int ranges) throws Exception {
		try (KnownWorkload workload = new KnownWorkload(bytesPerSecond, bursty);
				FixedModeRecorder recorder = new FixedModeRecorder(mode)) {
			recorder.start();
			workload.resume();
			for (int range = 0; range <= ranges; range++) {
				Thread.sleep(RANGE_MILLIS);
				workload.pause();
				this.marks.add(new Mark(recorder.endBucket().epochNanos(), workload.truth()));
				workload.resume();
			}
			Thread.sleep(FLUSH_MILLIS);
			String load = bursty ? "bursty" : "steady";
			System.out.printf("JDK %s, %s, %s, %d MB/s%n", Runtime.version().feature(), mode, load,
					bytesPerSecond >> 20);
			report(recorder, 1);
			report(recorder, 3);
		}
	}

	private void report(FixedModeRecorder recorder, int ranges) {
		int windows = this.marks.size() - ranges;
		long[] samples = new long[1];
		double[] ideal = new double[1];
		Spread spread = Spread.of(windows, (from) -> {
			AllocationProfile profile = recorder.profile(new AllocationQuery(this.marks.get(from).at(),
					this.marks.get(from + ranges).at(), null, KnownWorkload.POOL, null, AllocationValue.BYTES));
			Map<KnownFunction, Long> truth = truth(from, from + ranges);
			samples[0] += profile.samples() / windows;
			ideal[0] += Misattribution.ofIndependentSamples(truth, profile.samples()) / windows;
			return Misattribution.ratio(Misattribution.byFunction(profile.tree()), truth);
		});
		System.out.printf(
				"  %d s: %d windows of %d samples, misattributed median %.2f %% p90 %.2f %%,"
						+ " independent samples %.2f %%%n",
				10 * ranges, windows, samples[0], 100 * spread.median(), 100 * spread.p90(), 100 * ideal[0]);
	}

	private Map<KnownFunction, Long> truth(int from, int to) {
		Map<KnownFunction, Long> truth = new EnumMap<>(KnownFunction.class);
		this.marks.get(to)
			.truth()
			.forEach((function, bytes) -> truth.put(function, bytes - this.marks.get(from).truth().get(function)));
		return truth;
	}

	private record Mark(long epochNanos, Map<KnownFunction, Long> truth) {

		Instant at() {
			return Instant.ofEpochSecond(0, this.epochNanos);
		}

	}

}
