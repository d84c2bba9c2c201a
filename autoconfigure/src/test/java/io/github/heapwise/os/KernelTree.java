package io.github.heapwise.os;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A tree of files as the kernel shows them, below some directory.
 */
public final class KernelTree {

	public static final long MIB = 1 << 20;

	static final String UNLIMITED_V1 = "9223372036854771712";

	private final Path root;

	public KernelTree(Path root) {
		this.root = root;
	}

	public Path root() {
		return this.root;
	}

	public KernelTree file(String path, String content) {
		Path file = this.root.resolve(path);
		try {
			Files.createDirectories(file.getParent());
			Files.writeString(file, content);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return this;
	}

	/**
	 * A machine of 8 GiB of which 5 are available.
	 */
	public KernelTree machine() {
		return file("proc/meminfo", """
				MemTotal:        8388608 kB
				MemFree:          123456 kB
				MemAvailable:    5242880 kB
				Buffers:           12280 kB
				""");
	}

	/**
	 * Two processors.
	 * @param idle for how long they had nothing to do, in hundredths of a second
	 * @param waiting for how long they waited for a disk
	 */
	public KernelTree processors(long idle, long waiting) {
		return file("proc/stat", """
				cpu  14325 12 8090 %d %d 0 103 7 0 0
				cpu0 7325 6 4090 %d %d 0 50 3 0 0
				cpu1 7000 6 4000 0 0 0 53 4 0 0
				intr 2903040 0 9 0 0
				""".formatted(idle, waiting, idle, waiting));
	}

	public KernelTree membership(String lines) {
		return file("proc/self/cgroup", lines);
	}

	public KernelTree groupV2(String path, String max, long current, long inactiveFile) {
		String directory = "sys/fs/cgroup" + path;
		return file(directory + "/memory.max", max + "\n").file(directory + "/memory.current", current + "\n")
			.file(directory + "/memory.stat", """
					anon 12345678
					file 23456789
					inactive_anon 0
					active_anon 12345678
					inactive_file %d
					active_file 3456
					slab_reclaimable 345678
					""".formatted(inactiveFile));
	}

	public KernelTree groupV1(String path, String limit, long usage, long inactiveFile, String hierarchicalLimit) {
		String directory = "sys/fs/cgroup/memory" + path;
		return file(directory + "/memory.limit_in_bytes", limit + "\n")
			.file(directory + "/memory.usage_in_bytes", usage + "\n")
			.file(directory + "/memory.stat", """
					cache 23456789
					rss 12345678
					inactive_file 1
					hierarchical_memory_limit %s
					hierarchical_memsw_limit 9223372036854771712
					total_cache 23456789
					total_inactive_file %d
					total_active_file 3456
					""".formatted(hierarchicalLimit, inactiveFile));
	}

	public KernelTree cpuStat(String directory, long periods, long throttledPeriods) {
		return file("sys/fs/cgroup" + directory + "/cpu.stat", """
				nr_periods %d
				nr_throttled %d
				throttled_time 123456789
				""".formatted(periods, throttledPeriods));
	}

	public KernelTree thread(long id, String name, long userTicks, long systemTicks) {
		return file("proc/self/task/%d/stat".formatted(id),
				"%d (%s) S 22243 22243 20785 0 -1 4194304 585 0 0 0 %d %d 0 0 20 0 19 0 1862408 9109630976\n"
					.formatted(id, name, userTicks, systemTicks));
	}

}
