package io.github.heapwise.heapview;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;

import com.sun.management.OperatingSystemMXBean;
import io.github.heapwise.heapgraph.HeapGraph;
import io.github.heapwise.heapgraph.HeapIndexer;
import io.github.heapwise.hprof.CancelSignal;

/**
 * Prints what it costs to write each report about a dump, and to read it: CPU time of the
 * whole process, JIT and collector included, wall time, heap. That {@code -Xmx64m} is
 * enough shows in that it ends. Argument: the dump, which is indexed first if it is not.
 */
final class HeapReportsBenchmark {

	private final OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

	private HeapReportsBenchmark() {
	}

	public static void main(String[] args) throws IOException {
		Path dump = Path.of(args[0]);
		HeapIndexer.index(dump, 2, CancelSignal.NEVER, (ratio) -> {
		});
		new HeapReportsBenchmark().run(dump);
	}

	private void run(Path dump) throws IOException {
		try (HeapGraph graph = HeapGraph.open(dump)) {
			ReportWork work = new ReportWork(graph, CancelSignal.NEVER, (ratio) -> {
			});
			for (Report<?> report : HeapReports.ALL) {
				measure("compute " + report.name(), () -> report.computation().compute(work));
				Files.deleteIfExists(graph.directory().resolve(report.name()));
			}
			System.out.printf("  peak heap %.1f MB%n", peakHeapBytes() / 1e6);
			measure("write all again", () -> HeapReports.write(dump, CancelSignal.NEVER, (ratio) -> {
			}));
			for (Report<?> report : HeapReports.ALL) {
				measure("read " + report.name(), () -> HeapReports.of(graph).read(report));
				measure("read again " + report.name(), () -> HeapReports.of(graph).read(report));
			}
		}
	}

	private void measure(String what, Step step) throws IOException {
		long cpu = this.system.getProcessCpuTime();
		long wall = System.nanoTime();
		step.run();
		System.out.printf("  %s: %.3f s, CPU %.3f s%n", what, (System.nanoTime() - wall) / 1e9,
				(this.system.getProcessCpuTime() - cpu) / 1e9);
	}

	private static long peakHeapBytes() {
		return ManagementFactory.getMemoryPoolMXBeans()
			.stream()
			.filter((pool) -> pool.getType() == MemoryType.HEAP)
			.mapToLong((pool) -> pool.getPeakUsage().getUsed())
			.sum();
	}

	@FunctionalInterface
	private interface Step {

		void run() throws IOException;

	}

}
