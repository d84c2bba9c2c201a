package io.github.heapwise.os;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A control group that the process is in. Thread-safe.
 */
final class ControlGroup {

	private final Version version;

	private final KernelFile limit;

	private final KernelFile usage;

	private final KernelFile stat;

	private final KernelFile oomGroup;

	ControlGroup(Version version, Path directory) {
		this.version = version;
		this.limit = new KernelFile(directory.resolve(version.limit));
		this.usage = new KernelFile(directory.resolve(version.usage));
		this.stat = new KernelFile(directory.resolve("memory.stat"));
		// of version 2 only
		this.oomGroup = new KernelFile(directory.resolve("memory.oom.group"));
	}

	/**
	 * Return what the group may use at most.
	 * @return bytes, {@link Long#MAX_VALUE} for no limit, or {@link KernelFile#UNKNOWN}
	 */
	long limitBytes() {
		long own = this.limit.number();
		if (own == KernelFile.UNKNOWN || this.version.outerLimit.isEmpty()) {
			return own;
		}
		long outer = this.stat.numbers(this.version.outerLimit)[0];
		return (outer != KernelFile.UNKNOWN) ? Math.min(own, outer) : own;
	}

	/**
	 * Return what counts against a limit: all but the file pages that the kernel gives up
	 * first, since it does so before it kills anybody.
	 * @param limitBytes the limit
	 * @return limit and headroom
	 */
	MemoryLimit below(long limitBytes) {
		long used = this.usage.number();
		if (used == KernelFile.UNKNOWN) {
			return new MemoryLimit(limitBytes, this.version.source, KernelFile.UNKNOWN);
		}
		long reclaimable = Math.max(0, this.stat.numbers(this.version.reclaimable)[0]);
		long counted = Math.max(0, used - reclaimable);
		return new MemoryLimit(limitBytes, this.version.source, Math.max(0, limitBytes - counted));
	}

	/**
	 * Return whether the kernel kills all processes of the group at once.
	 * @return whether it does so when the memory of the group runs out
	 */
	boolean killsTogether() {
		return this.oomGroup.number() == 1;
	}

	/**
	 * Which of the kernel's two interfaces.
	 */
	enum Version {

		V2(LimitSource.CGROUP_V2, "memory.max", "memory.current", "inactive_file", ""),

		// 'total' includes the groups below; the limits of groups above that are not
		// mounted are told too
		V1(LimitSource.CGROUP_V1, "memory.limit_in_bytes", "memory.usage_in_bytes", "total_inactive_file",
				"hierarchical_memory_limit");

		private final LimitSource source;

		private final String limit;

		private final String usage;

		private final String reclaimable;

		private final String outerLimit;

		Version(LimitSource source, String limit, String usage, String reclaimable, String outerLimit) {
			this.source = source;
			this.limit = limit;
			this.usage = usage;
			this.reclaimable = reclaimable;
			this.outerLimit = outerLimit;
		}

		boolean limits(Path directory) {
			return Files.isReadable(directory.resolve(this.limit));
		}

	}

}
