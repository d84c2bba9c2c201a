package io.github.heapwise.heapgraph;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;

import com.sun.management.OperatingSystemMXBean;
import io.github.heapwise.hprof.CancelSignal;
import io.github.heapwise.hprof.LargeDump;

/**
 * Prints what it costs to index a generated dump, and to look at it afterwards: CPU time
 * of the whole process, JIT and collector included, wall time, heap, resident anonymous
 * memory, size of the index. That {@code -Xmx64m} is enough shows in that it ends.
 * Arguments: GB, what to run: {@code index} or {@code look}, in a JVM each, or
 * {@code write} and {@code delete} before and after, and with how many threads to index.
 * Linux only.
 */
final class HeapGraphBenchmark {

	private static final int LINKS = LargeDump.Size.ONE_GIGABYTE.links();

	private final OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

	private final Path dump;

	private HeapGraphBenchmark(Path dump) {
		this.dump = dump;
	}

	public static void main(String[] args) throws IOException {
		Path dump = Path.of(System.getProperty("java.io.tmpdir"), "heapwise-benchmark-" + args[0] + ".hprof");
		HeapGraphBenchmark benchmark = new HeapGraphBenchmark(dump);
		switch (args[1]) {
			case "write" -> LargeDump.write(dump, LargeDump.Size.ONE_GIGABYTE.times(Integer.parseInt(args[0])));
			case "index" -> benchmark.index((args.length > 2) ? Integer.parseInt(args[2]) : 1);
			case "look" -> benchmark.look();
			case "delete" -> {
				HeapIndexer.delete(dump);
				Files.delete(dump);
			}
			default -> throw new IllegalArgumentException("'" + args[1] + "' is none of write, index, look, delete");
		}
	}

	private void index(int threads) throws IOException {
		HeapIndexer.delete(this.dump);
		long[] anonymousKilobytes = { 0 };
		measure("index to ready", () -> HeapIndexer.index(this.dump, threads, CancelSignal.NEVER,
				(ratio) -> anonymousKilobytes[0] = Math.max(anonymousKilobytes[0], anonymousKilobytes())));
		// From the start of the JVM on, so that all of the JIT counts.
		double cpuSeconds = this.system.getProcessCpuTime() / 1e9;
		System.out.printf("  CPU s of the process %.2f, per GB %.2f; peak heap %.1f MB, anonymous memory %.1f MB%n",
				cpuSeconds, cpuSeconds * 1e9 / Files.size(this.dump), peakHeapBytes() / 1e6,
				anonymousKilobytes[0] * 1024 / 1e6);
		try (HeapGraph graph = HeapGraph.open(this.dump)) {
			System.out.printf("  %d objects, index of %.1f bytes each, of %d in the dump%n", graph.objects(),
					(double) indexBytes() / graph.objects(), Files.size(this.dump) / graph.objects());
		}
	}

	private void look() throws IOException {
		measure("reopening, first in its JVM", () -> HeapGraph.open(this.dump).close());
		measure("reopening", () -> HeapGraph.open(this.dump).close());
		try (HeapGraph graph = HeapGraph.open(this.dump)) {
			measure("class summary", graph::classes);
			int[] application = graph.dominated(-1, 0, 1);
			int[] links = new int[1];
			measure("first page of the dominator tree", () -> graph.dominated(-1, 0, 100));
			measure("children of the one with most",
					() -> links[0] = list(graph, graph.dominated(application[0], 0, 100)));
			measure("first path to a root", () -> graph.pathFromRoot(graph.dominated(links[0], 0, 1)[0]));
			measure("path of " + LINKS + " objects", () -> graph.pathFromRoot(links[0] + LINKS - 1));
			measure("what refers to an object",
					() -> graph.referrers(links[0], 0, Integer.MAX_VALUE, CancelSignal.NEVER));
			measure("fields of an object", () -> graph.fields(links[0], 0, 100));
			System.out.printf("  peak heap %.1f MB, anonymous memory %.1f MB%n", peakHeapBytes() / 1e6,
					anonymousKilobytes() * 1024 / 1e6);
		}
	}

	private void measure(String what, Step step) throws IOException {
		long cpu = this.system.getProcessCpuTime();
		long wall = System.nanoTime();
		step.run();
		System.out.printf("  %s: %.3f s, CPU %.3f s%n", what, (System.nanoTime() - wall) / 1e9,
				(this.system.getProcessCpuTime() - cpu) / 1e9);
	}

	private long indexBytes() throws IOException {
		long bytes = 0;
		try (DirectoryStream<Path> files = Files.newDirectoryStream(IndexDirectory.of(this.dump))) {
			for (Path file : files) {
				bytes += Files.size(file);
			}
		}
		return bytes;
	}

	private static int list(HeapGraph graph, int[] objects) {
		return IntStream.of(objects)
			.filter((object) -> graph.object(object).className().equals("com.example.Link"))
			.findFirst()
			.orElseThrow();
	}

	private static long peakHeapBytes() {
		return ManagementFactory.getMemoryPoolMXBeans()
			.stream()
			.filter((pool) -> pool.getType() == MemoryType.HEAP)
			.mapToLong((pool) -> pool.getPeakUsage().getUsed())
			.sum();
	}

	private static long anonymousKilobytes() {
		try {
			return Files.readAllLines(Path.of("/proc/self/status"))
				.stream()
				.filter((line) -> line.startsWith("RssAnon:"))
				.mapToLong((line) -> Long.parseLong(line.replaceAll("\\D", "")))
				.sum();
		}
		catch (IOException ex) {
			return 0;
		}
	}

	@FunctionalInterface
	private interface Step {

		void run() throws IOException;

	}

}
