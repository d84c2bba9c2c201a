package com.example.names.load;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.Supplier;

/**
 * Loads the application, then reports results and the profile of the load.
 * <p>
 * Runs in a JVM of its own, so that nothing it allocates is counted for the application.
 * There it asks its parent for the application's allocated bytes: one line
 * {@value #QUESTION} out, one line in. Everything else it writes is the report.
 */
public final class LoadDriver {

	static final String QUESTION = "allocated?";

	private static final int TOP = 5;

	private static final Duration POLL_INTERVAL = Duration.ofMillis(500);

	private static final Duration PATIENCE = Duration.ofSeconds(15);

	private final LoadPlan plan;

	private final Supplier<AllocatedBytes> allocated;

	private final LoadReport report;

	private final ProfileSource profiles;

	/**
	 * Create a driver.
	 * @param plan what to load
	 * @param allocated what the application has allocated so far, without the driver
	 * @param out where the report goes
	 */
	LoadDriver(LoadPlan plan, Supplier<AllocatedBytes> allocated, PrintStream out) {
		this.plan = plan;
		this.allocated = allocated;
		this.report = new LoadReport(out);
		this.profiles = new ProfileSource(plan.allocations(), POLL_INTERVAL, PATIENCE);
	}

	public static void main(String[] args) throws InterruptedException {
		PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
		BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
		new LoadDriver(LoadPlan.parse(args), () -> ask(out, in), out).run();
	}

	void run() throws InterruptedException {
		awaitRecording();
		this.report.start(this.plan);
		try (ClosedLoop loop = new ClosedLoop(this.plan.connections())) {
			Instant from = now();
			AllocatedBytes before = this.allocated.get();
			Measurements results = loop.run(this.plan.target(), this.plan.seconds());
			AllocatedBytes during = this.allocated.get().since(before);
			Instant to = now();
			this.report.results(results, during);
			reportProfile(from, to, results.requests());
		}
		this.report.page(this.plan.page());
	}

	private void awaitRecording() throws InterruptedException {
		try {
			this.profiles.awaitRecording();
		}
		catch (IOException ex) {
			// Asked again after the load and reported then.
		}
	}

	private void reportProfile(Instant from, Instant to, long requests) throws InterruptedException {
		try {
			AllocationProfile profile = this.profiles.profile(from, to);
			this.report.functions(profile, profile.topFunctions(TOP), requests);
			Path file = flamegraphFile();
			this.profiles.writeFlamegraph(from, to, file);
			this.report.flamegraph(file);
		}
		catch (IOException ex) {
			this.report.problem(ex);
		}
	}

	private static Instant now() {
		return Instant.now().truncatedTo(ChronoUnit.MILLIS);
	}

	private static Path flamegraphFile() throws IOException {
		Path target = Path.of("target");
		return Files.isDirectory(target) ? target.resolve("flamegraph.html")
				: Files.createTempFile("flamegraph-", ".html");
	}

	private static AllocatedBytes ask(PrintStream out, BufferedReader in) {
		out.println(QUESTION);
		try {
			String answer = in.readLine();
			return (answer != null) ? AllocatedBytes.parse(answer) : AllocatedBytes.UNKNOWN;
		}
		catch (IOException ex) {
			return AllocatedBytes.UNKNOWN;
		}
	}

}
