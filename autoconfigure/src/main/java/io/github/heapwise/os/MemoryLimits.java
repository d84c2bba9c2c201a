package io.github.heapwise.os;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Tells the limit that applies to the process: the smallest of its control groups, or the
 * memory of the machine. What is left is read each time, two files a group; which limits
 * there are, and how large, every 10 seconds. Thread-safe.
 */
public final class MemoryLimits {

	private static final long KEPT_NANOS = TimeUnit.SECONDS.toNanos(10);

	private final HostMemory host;

	private final List<ControlGroup> groups;

	private final LongSupplier nanoTime;

	private List<Limited> limited = List.of();

	private long lookedNanos;

	/**
	 * Find what may limit this process.
	 * @param root where {@code /proc} and {@code /sys} lie
	 */
	public MemoryLimits(Path root) {
		this(root, System::nanoTime);
	}

	/**
	 * Find what may limit this process. It is taken to stay in its group; the limit of
	 * that may change.
	 * @param root where {@code /proc} and {@code /sys} lie
	 * @param nanoTime time of the JVM's clock
	 */
	MemoryLimits(Path root, LongSupplier nanoTime) {
		this.host = new HostMemory(root);
		this.groups = groups(ControlGroups.of(root, "memory"));
		this.nanoTime = nanoTime;
		look(nanoTime.getAsLong());
	}

	/**
	 * Read the limit and what is left below it, some 50 microseconds.
	 * @return the limit that is reached first
	 */
	public synchronized MemoryLimit read() {
		long now = this.nanoTime.getAsLong();
		if (now - this.lookedNanos >= KEPT_NANOS) {
			look(now);
		}
		return this.limited.stream()
			.map((limit) -> limit.group.below(limit.bytes))
			.reduce(MemoryLimits::stricter)
			.orElseGet(this.host::read);
	}

	/**
	 * Return whether the kernel kills all processes of a group at once when its memory
	 * runs out, in whatever order, as Kubernetes has it.
	 * @return whether this process would go with one that it started
	 */
	public boolean killTogether() {
		return this.groups.stream().anyMatch(ControlGroup::killsTogether);
	}

	private static List<ControlGroup> groups(ControlGroups found) {
		// the root of the unified hierarchy has no limit
		return found.directories()
			.stream()
			.filter(found.version()::limits)
			.map((directory) -> new ControlGroup(found.version(), directory))
			.toList();
	}

	// The smallest limit, and what is left below the one that is reached first: siblings
	// may fill an outer group.
	private static MemoryLimit stricter(MemoryLimit one, MemoryLimit other) {
		long headroom = (one.headroomBytes() == KernelFile.UNKNOWN) ? other.headroomBytes()
				: (other.headroomBytes() == KernelFile.UNKNOWN) ? one.headroomBytes()
						: Math.min(one.headroomBytes(), other.headroomBytes());
		return new MemoryLimit(Math.min(one.bytes(), other.bytes()), one.source(), headroom);
	}

	private void look(long now) {
		long machineBytes = this.host.read().bytes();
		this.lookedNanos = now;
		// As much as the machine has is no limit: version 1 writes a huge number for
		// none.
		long unlimited = (machineBytes > 0) ? machineBytes : Long.MAX_VALUE >> 4;
		this.limited = this.groups.stream()
			.map((group) -> new Limited(group, group.limitBytes()))
			.filter((limit) -> limit.bytes != KernelFile.UNKNOWN && limit.bytes < unlimited)
			.toList();
	}

	private record Limited(ControlGroup group, long bytes) {
	}

}
