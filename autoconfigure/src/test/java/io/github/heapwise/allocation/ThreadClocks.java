package io.github.heapwise.allocation;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

import com.sun.management.ThreadMXBean;
import io.github.heapwise.jvm.OwnThreads;

/**
 * CPU time and garbage of the threads of JFR and Heapwise. Linux only: some threads of
 * the JVM are known to the kernel alone.
 */
final class ThreadClocks {

	private static final Path TASKS = Path.of("/proc/self/task");

	private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

	/**
	 * Return the CPU time of each thread of JFR and Heapwise so far.
	 * @return nanoseconds by name, of which the kernel keeps 15 characters
	 */
	Map<String, Long> cpuNanos() throws IOException {
		Map<String, Long> nanos = allCpuNanos();
		nanos.keySet().removeIf((name) -> !OwnThreads.isOwn(name));
		return nanos;
	}

	/**
	 * Return the CPU time of all live threads so far. The clock of the process itself has
	 * steps of 10 ms.
	 * @return nanoseconds
	 */
	long processNanos() throws IOException {
		return allCpuNanos().values().stream().mapToLong(Long::longValue).sum();
	}

	long allocatedBytes() {
		long bytes = 0;
		for (long id : this.threads.getAllThreadIds()) {
			ThreadInfo thread = this.threads.getThreadInfo(id);
			if (thread != null && OwnThreads.isOwn(thread.getThreadName())) {
				bytes += this.threads.getThreadAllocatedBytes(id);
			}
		}
		return bytes;
	}

	private static Map<String, Long> allCpuNanos() throws IOException {
		Map<String, Long> nanos = new TreeMap<>();
		try (DirectoryStream<Path> tasks = Files.newDirectoryStream(TASKS)) {
			for (Path task : tasks) {
				read(task, nanos);
			}
		}
		return nanos;
	}

	private static void read(Path task, Map<String, Long> nanos) throws IOException {
		try {
			String name = Files.readString(task.resolve("comm")).trim();
			nanos.merge(name, Long.parseLong(Files.readString(task.resolve("schedstat")).split(" ")[0]), Long::sum);
		}
		catch (NoSuchFileException ex) {
			// ended in between
		}
	}

}
