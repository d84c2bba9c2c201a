package io.github.heapwise.os;

import java.nio.file.Path;

import org.jspecify.annotations.Nullable;

/**
 * A thread and the CPU time it had used when it was last looked at.
 * <p>
 * Not thread-safe.
 */
final class NativeThread {

	private final Path directory;

	private final boolean counts;

	private long cpuNanos;

	NativeThread(Path directory, boolean counts, @Nullable ThreadStat first) {
		this.directory = directory;
		this.counts = counts;
		this.cpuNanos = (first != null) ? first.cpuNanos() : 0;
	}

	boolean counts() {
		return this.counts;
	}

	long nanosSinceLastCall() {
		ThreadStat stat = ThreadStat.read(this.directory);
		if (stat == null) {
			return 0;
		}
		long since = stat.cpuNanos() - this.cpuNanos;
		this.cpuNanos = stat.cpuNanos();
		return Math.max(0, since);
	}

}
