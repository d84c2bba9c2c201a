package io.github.heapwise.diagnosis.report;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import io.github.heapwise.calltree.CallTree;
import io.github.heapwise.calltree.CallTreeBuilder;
import io.github.heapwise.calltree.Frame;
import io.github.heapwise.calltree.FrameCategory;
import io.github.heapwise.calltree.StackTree;
import io.github.heapwise.diagnosis.Confidence;
import io.github.heapwise.diagnosis.Diagnosis;
import io.github.heapwise.diagnosis.Evidence;
import io.github.heapwise.diagnosis.Finding;
import io.github.heapwise.diagnosis.NextStep;
import io.github.heapwise.diagnosis.Series;
import io.github.heapwise.diagnosis.Severity;
import io.github.heapwise.diagnosis.TimeSpan;

/**
 * An application to be reported on.
 */
final class ReportedApplication {

	static final Instant END = Instant.parse("2026-01-31T10:15:00Z");

	static final TimeSpan WINDOW = new TimeSpan(END.minusSeconds(120), END);

	static final TimeSpan LOAD = new TimeSpan(END.minusSeconds(90), END.minusSeconds(10));

	static final ApplicationFacts FACTS = new ApplicationFacts("orders", 4711, "OpenJDK 64-Bit Server VM 17.0.15",
			"Linux amd64", "G1", 2, 512L << 20, END.minusSeconds(3600));

	private ReportedApplication() {
	}

	static Evidence stalls(Series series) {
		return new Evidence("longest stall of a second", 240, 100.0, "ms", LOAD, series);
	}

	static Series series(int size) {
		long start = WINDOW.from().toEpochMilli();
		long step = 120_000 / size;
		return new Series(IntStream.range(0, size).mapToLong((i) -> start + i * step).toArray(),
				IntStream.range(0, size).mapToDouble((i) -> 60 + 50 * Math.sin(i / 5.0) + ((i == 40) ? 130 : 0)).toArray());
	}

	static Finding finding(String title, Evidence... evidence) {
		return new Finding(title, Severity.CRITICAL, Confidence.HIGH, 1, List.of(evidence),
				List.of("Move the waiting call '" + title + "' off the loop"), "event-loop",
				new NextStep("What blocked it", "latency", Map.of("loop", title)));
	}

	static Diagnosis diagnosis(Finding... findings) {
		return new Diagnosis(END, WINDOW, LOAD, (findings.length > 0) ? findings[0].title() : "29 rules found nothing",
				List.of(findings).stream().map((finding) -> new Diagnosis.Found("loop-blocked", finding)).toList(),
				List.of(), List.of());
	}

	/**
	 * Return a profile in which a method of the application allocates below a server's
	 * frames.
	 * @param method the method
	 * @param bytes what it allocates
	 * @return the stacks
	 */
	static CallTree profile(String method, long bytes) {
		CallTreeBuilder builder = new CallTreeBuilder(Frame.ROOT);
		int server = child(builder, child(builder, StackTree.ROOT, "java.lang.Thread.run", FrameCategory.JDK),
				"org.apache.catalina.core.ApplicationFilterChain.doFilter", FrameCategory.DEPENDENCY);
		int application = child(builder, server, method, FrameCategory.APPLICATION);
		int library = child(builder, application, "java.lang.StringBuilder.append", FrameCategory.JDK);
		int inner = child(builder, library, "java.lang.AbstractStringBuilder.ensureCapacity", FrameCategory.JDK);
		int copy = child(builder, inner, "java.util.Arrays.copyOf", FrameCategory.JDK);
		builder.add(child(builder, copy, "byte[]", FrameCategory.ALLOCATED_CLASS), bytes, 1);
		int parsing = child(builder, server, "org.apache.coyote.Request.parse", FrameCategory.DEPENDENCY);
		builder.add(child(builder, parsing, "char[]", FrameCategory.ALLOCATED_CLASS), bytes / 2, 1);
		return builder.build();
	}

	private static int child(CallTreeBuilder builder, int parent, String name, FrameCategory category) {
		return builder.child(parent, new Frame(name, category));
	}

}
