package com.example.names.load;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

import org.HdrHistogram.Histogram;

/**
 * Tells the reader what a load did, in the order in which it becomes known.
 */
final class LoadReport {

	private final PrintStream out;

	LoadReport(PrintStream out) {
		this.out = out;
	}

	void start(LoadPlan plan) {
		this.out.printf("%nLoading %s with %d connections for %d s%n%n", plan.target(), plan.connections(),
				plan.seconds());
	}

	void results(Measurements results, AllocatedBytes allocated) {
		this.out.println(latencies(results.latencyMicros()));
		this.out.println(rates(results.requestsPerSecond(), results.bytesPerSecond()));
		this.out.printf("%d requests in %d s, %s read, %d non-2xx responses, %d errors (%d timeouts)%n",
				results.requests(), results.seconds(), Amounts.bytes(results.bytes()), results.otherThan2xx(),
				results.errors(), results.timeouts());
		this.out.printf("%s%n%n", allocation(results.requests(), allocated));
	}

	void functions(AllocationProfile profile, List<FunctionAllocation> functions, long requests) {
		AllocationProfile.Meta meta = profile.meta();
		this.out.println(functionTable(functions, meta.total(), requests));
		this.out.printf(
				"Of %s allocated from %s to %s, %s of Heapwise's own left out; estimated from %d samples, expected error %s%n%n",
				Amounts.bytes(meta.total()), seconds(meta.from()), seconds(meta.to()), Amounts.bytes(meta.ownBytes()),
				meta.samples(), Amounts.percent(meta.errorRatio()));
	}

	void flamegraph(Path file) {
		this.out.printf("Flamegraph: %s%n", file.toAbsolutePath());
	}

	void page(URI page) {
		this.out.printf("Live page:  %s%n", page);
	}

	void problem(IOException problem) {
		this.out.println(problem.getMessage());
	}

	private static TextTable latencies(Histogram micros) {
		return new TextTable("Stat", "2.5%", "50%", "97.5%", "99%", "Avg", "Stdev", "Max").row("Latency",
				latency(micros, 2.5), latency(micros, 50), latency(micros, 97.5), latency(micros, 99),
				Amounts.millis(micros.getMean()), Amounts.millis(micros.getStdDeviation()),
				Amounts.millis(micros.getMaxValue()));
	}

	private static String latency(Histogram micros, double percentile) {
		return Amounts.millis(micros.getValueAtPercentile(percentile));
	}

	private static TextTable rates(PerSecond requests, PerSecond bytes) {
		return new TextTable("Stat", "1%", "2.5%", "50%", "97.5%", "Avg", "Stdev", "Min")
			.row("Req/Sec", Amounts.count(requests.percentile(1)), Amounts.count(requests.percentile(2.5)),
					Amounts.count(requests.percentile(50)), Amounts.count(requests.percentile(97.5)),
					Amounts.count(requests.mean()), Amounts.count(requests.standardDeviation()),
					Amounts.count(requests.min()))
			.row("Bytes/Sec", Amounts.bytes(bytes.percentile(1)), Amounts.bytes(bytes.percentile(2.5)),
					Amounts.bytes(bytes.percentile(50)), Amounts.bytes(bytes.percentile(97.5)),
					Amounts.bytes(bytes.mean()), Amounts.bytes(bytes.standardDeviation()), Amounts.bytes(bytes.min()));
	}

	private static TextTable functionTable(List<FunctionAllocation> functions, long total, long requests) {
		TextTable table = new TextTable("Function of the application", "Bytes", "Share", "Bytes/request");
		for (FunctionAllocation function : functions) {
			table.row(function.name(), Amounts.bytes(function.bytes()),
					Amounts.percent((double) function.bytes() / total), perRequest(function.bytes(), requests));
		}
		return table;
	}

	private static String allocation(long requests, AllocatedBytes allocated) {
		if (!allocated.isKnown()) {
			return "Bytes allocated per request are not known: this JVM does not count what threads allocate";
		}
		String counted = allocated.exact() ? "counted by the JVM, Heapwise's own included"
				: "by the threads still alive, which is too little: this JVM forgets what ended threads allocated";
		return "%s allocated per request (%s, %s)".formatted(perRequest(allocated.bytes(), requests),
				Amounts.bytes(allocated.bytes()), counted);
	}

	private static Instant seconds(Instant instant) {
		return instant.truncatedTo(ChronoUnit.SECONDS);
	}

	private static String perRequest(long bytes, long requests) {
		return (requests == 0) ? "-" : Amounts.bytes((double) bytes / requests);
	}

}
