package io.github.heapwise.memory;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

import org.jspecify.annotations.Nullable;

/**
 * Tells the limit that applies to the process: the smallest of its control groups, or the
 * memory of the machine. What is left below it is read each time, from one file or two;
 * which limit it is, and how large, every 10 seconds. Thread-safe.
 */
final class MemoryLimits {

	private static final long KEPT_NANOS = TimeUnit.SECONDS.toNanos(10);

	private final HostMemory host;

	private final List<ControlGroup> groups;

	private final LongSupplier nanoTime;

	private @Nullable ControlGroup smallest;

	private long limitBytes;

	private long lookedNanos;

	MemoryLimits(Path root) {
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
		this.groups = ControlGroups.find(root);
		this.nanoTime = nanoTime;
		look(nanoTime.getAsLong());
	}

	synchronized MemoryLimit read() {
		long now = this.nanoTime.getAsLong();
		if (now - this.lookedNanos >= KEPT_NANOS) {
			look(now);
		}
		return (this.smallest != null) ? this.smallest.below(this.limitBytes) : this.host.read();
	}

	private void look(long now) {
		long machineBytes = this.host.read().bytes();
		this.lookedNanos = now;
		this.smallest = null;
		// More than the machine has is no limit: version 1 writes a huge number for none.
		this.limitBytes = (machineBytes > 0) ? machineBytes - 1 : Long.MAX_VALUE >> 4;
		for (ControlGroup group : this.groups) {
			long bytes = group.limitBytes();
			// Of equal ones the outer has less left: it counts its other children too.
			if (bytes != KernelFile.UNKNOWN && bytes <= this.limitBytes) {
				this.smallest = group;
				this.limitBytes = bytes;
			}
		}
	}

}
