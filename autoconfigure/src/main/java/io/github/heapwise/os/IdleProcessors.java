package io.github.heapwise.os;

import java.nio.file.Path;

/**
 * Tells for how long the processors of the machine had nothing to do, for this process
 * and all others: {@code cpu} in {@code /proc/stat} (proc_stat(5)). In a container too it
 * is that of the whole machine. Some 30 microseconds with few processors. Thread-safe.
 */
public final class IdleProcessors {

	// sysconf(_SC_CLK_TCK) of Linux wherever Java runs on it.
	private static final double TICKS_PER_SECOND = 100;

	// user, nice, system, idle, and waiting for a disk, which is idle as well.
	private static final int COLUMNS = 5;

	private final KernelFile stat;

	private long ticks;

	/**
	 * Begin to look.
	 * @param root where {@code /proc} lies
	 */
	public IdleProcessors(Path root) {
		this.stat = new KernelFile(root.resolve("proc/stat"));
		this.ticks = ticks();
	}

	/**
	 * Return the idle time of all of them together.
	 * @return seconds, not a number where nobody tells
	 */
	public synchronized double secondsSinceLastCall() {
		long before = this.ticks;
		this.ticks = ticks();
		boolean known = before != KernelFile.UNKNOWN && this.ticks != KernelFile.UNKNOWN;
		// Time spent waiting for a disk has been seen to decrease.
		return known ? Math.max(0, this.ticks - before) / TICKS_PER_SECOND : Double.NaN;
	}

	private long ticks() {
		long[] columns = this.stat.row("cpu", COLUMNS);
		long idle = columns[COLUMNS - 2];
		long waiting = columns[COLUMNS - 1];
		// A kernel that does not count, as gVisor's, says 0.
		return (idle > 0 && waiting != KernelFile.UNKNOWN) ? idle + waiting : KernelFile.UNKNOWN;
	}

}
