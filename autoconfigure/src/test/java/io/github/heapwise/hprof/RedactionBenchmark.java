package io.github.heapwise.hprof;

import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.nio.file.Files;
import java.nio.file.Path;

import com.sun.management.OperatingSystemMXBean;

/**
 * Prints what it costs to redact a generated dump: CPU time of the whole process, JIT and
 * collector included, and the heap that is kept for reading. That {@code -Xmx32m} is
 * enough shows in that it ends. Arguments: GB, rounds.
 */
final class RedactionBenchmark {

	private static final int READ_BYTES = 64 * 1024;

	private final OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

	private final MemoryMXBean memory = ManagementFactory.getMemoryMXBean();

	private final Path dump;

	private RedactionBenchmark(Path dump) {
		this.dump = dump;
	}

	public static void main(String[] args) throws IOException {
		Path directory = Files.createTempDirectory("heapwise-redaction");
		Path dump = directory.resolve("large.hprof");
		try {
			LargeDump.Size size = LargeDump.Size.ONE_GIGABYTE.times(Integer.parseInt(args[0]));
			LargeDump.write(dump, size);
			System.out.printf("JDK %d, %d bytes, %d objects, heap of at most %d MB%n", Runtime.version().feature(),
					Files.size(dump), size.objects(), Runtime.getRuntime().maxMemory() >> 20);
			for (int round = Integer.parseInt(args[1]); round > 0; round--) {
				new RedactionBenchmark(dump).run(directory.resolve("redacted.hprof"));
			}
		}
		finally {
			Files.deleteIfExists(dump);
			Files.delete(directory);
		}
	}

	private void run(Path target) throws IOException {
		long heapBefore = liveBytes();
		long start = this.system.getProcessCpuTime();
		Redaction redaction = Redaction.of(this.dump, RedactionSettings.STRICT, CancelSignal.NEVER);
		long scanned = this.system.getProcessCpuTime();
		read(redaction);
		long read = this.system.getProcessCpuTime();
		long heap = liveBytes() - heapBefore;
		long beforeWrite = this.system.getProcessCpuTime();
		redaction.writeTo(target, CancelSignal.NEVER);
		long written = this.system.getProcessCpuTime();
		Files.delete(target);
		System.out.printf(
				"  CPU s per GB: first pass %.2f, second pass %.2f, together %.2f; to a file %.2f; keeps %.1f MB%n",
				perGigabyte(scanned - start), perGigabyte(read - scanned), perGigabyte(read - start),
				perGigabyte(written - beforeWrite), heap / 1e6);
	}

	private static void read(Redaction redaction) throws IOException {
		byte[] buffer = new byte[READ_BYTES];
		try (InputStream in = redaction.newInputStream(CancelSignal.NEVER)) {
			while (in.read(buffer) >= 0) {
				// Nothing but reading is to be measured.
			}
		}
	}

	private long liveBytes() {
		this.memory.gc();
		return this.memory.getHeapMemoryUsage().getUsed();
	}

	private double perGigabyte(long nanos) throws IOException {
		return nanos / (double) Files.size(this.dump);
	}

}
