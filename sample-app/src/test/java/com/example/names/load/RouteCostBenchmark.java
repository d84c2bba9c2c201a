package com.example.names.load;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.example.names.NamesApplication;

/**
 * Prints what accounting for requests costs the sample under load, by its route that does
 * next to nothing: throughput and CPU time a request of one that accounts as a ratio of
 * one that does not, and of two that do not as the noise. The three are loaded in turn.
 * Argument: number of ABBA quadruples.
 */
final class RouteCostBenchmark {

	private static final int CONNECTIONS = 4;

	private static final int SECONDS = 2;

	private static final int WARM_UP_SECONDS = 20;

	private RouteCostBenchmark() {
	}

	public static void main(String[] args) throws Exception {
		int quadruples = Integer.parseInt(args[0]);
		try (Sample without = new Sample(false); Sample other = new Sample(false); Sample with = new Sample(true)) {
			for (Sample sample : List.of(without, other, with)) {
				sample.load(WARM_UP_SECONDS);
			}
			compare("without against without", quadruples, without, other);
			compare("with against without", quadruples, without, with);
		}
	}

	private static void compare(String name, int quadruples, Sample a, Sample b) throws InterruptedException {
		double[] throughput = new double[quadruples];
		double[] cpu = new double[quadruples];
		for (int i = 0; i < quadruples; i++) {
			Block[] blocks = { a.load(SECONDS), b.load(SECONDS), b.load(SECONDS), a.load(SECONDS) };
			throughput[i] = ratio(blocks, (block) -> block.requests());
			cpu[i] = ratio(blocks, (block) -> block.cpuNanos() / block.requests());
		}
		System.out.printf(Locale.ROOT, "JDK %d, %s: throughput %s, CPU a request %s%n", Runtime.version().feature(),
				name, quartiles(throughput), quartiles(cpu));
	}

	private static double ratio(Block[] abba, ToDoubleFunction<Block> figure) {
		return (figure.applyAsDouble(abba[1]) + figure.applyAsDouble(abba[2]))
				/ (figure.applyAsDouble(abba[0]) + figure.applyAsDouble(abba[3]));
	}

	private static String quartiles(double[] ratios) {
		double[] sorted = ratios.clone();
		Arrays.sort(sorted);
		return String.format(Locale.ROOT, "%.3f [%.3f, %.3f]", sorted[sorted.length / 2], sorted[sorted.length / 4],
				sorted[3 * sorted.length / 4]);
	}

	/**
	 * Some seconds of load.
	 *
	 * @param requests requests that were answered
	 * @param cpuNanos CPU time of the server
	 */
	private record Block(double requests, double cpuNanos) {
	}

	/**
	 * The sample in a JVM of its own.
	 */
	private static final class Sample implements AutoCloseable {

		private static final Pattern LIVE_PAGE = Pattern.compile("Live page: +(http://[^/\\s]+)/.*");

		private final ClosedLoop clients = new ClosedLoop(CONNECTIONS);

		private final Process process;

		private final URI target;

		Sample(boolean accounts) throws IOException {
			this.process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin/java").toString(),
					"-Xmx512m", "-cp", System.getProperty("java.class.path"), NamesApplication.class.getName(),
					"--server.port=0", "--load.seconds=0", "--load.path=/simple",
					"--heapwise.route.enabled=" + accounts, "--spring.profiles.active=03-gc-block",
					"--names.block.size=1MB")
				.redirectErrorStream(true)
				.start();
			this.target = URI.create(this.process.inputReader(StandardCharsets.UTF_8)
				.lines()
				.map(LIVE_PAGE::matcher)
				.filter(Matcher::matches)
				.map((matcher) -> matcher.group(1))
				.findFirst()
				.orElseThrow() + "/simple");
		}

		Block load(int seconds) throws InterruptedException {
			long before = cpuNanos();
			long requests = this.clients.run(this.target, seconds).requests();
			return new Block(requests, cpuNanos() - before);
		}

		private long cpuNanos() {
			return this.process.info().totalCpuDuration().orElseThrow().toNanos();
		}

		@Override
		public void close() {
			this.clients.close();
			this.process.destroy();
			this.process.onExit().join();
		}

	}

}
