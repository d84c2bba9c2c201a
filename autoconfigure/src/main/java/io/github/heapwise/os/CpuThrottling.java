package io.github.heapwise.os;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Tells how often the kernel kept the process from its processors because a control group
 * had used up its share. Some 10 microseconds a group that tells. Thread-safe.
 */
public final class CpuThrottling {

	private final List<Group> groups;

	/**
	 * Find the groups whose CPU time may be limited. The process is taken to stay in
	 * them.
	 * @param root where {@code /proc} and {@code /sys} lie
	 */
	public CpuThrottling(Path root) {
		this.groups = ControlGroups.of(root, "cpu")
			.directories()
			.stream()
			.map((directory) -> directory.resolve("cpu.stat"))
			.filter(Files::isReadable)
			.map((path) -> new Group(new KernelFile(path)))
			.toList();
		ratioSinceLastCall();
	}

	/**
	 * Return the share of the scheduler's periods, 100 ms each by default, in which the
	 * process had to stand still. Groups are throttled one by one; the one that was most
	 * often counts.
	 * @return from 0 to 1, 0 where nothing is limited, not a number where nobody tells
	 */
	public synchronized double ratioSinceLastCall() {
		return this.groups.stream().map(Group::ratioSinceLastCall).reduce(Double.NaN, CpuThrottling::larger);
	}

	private static double larger(double one, double other) {
		return Double.isNaN(one) ? other : Double.isNaN(other) ? one : Math.max(one, other);
	}

	/**
	 * A group and what it told last.
	 */
	private static final class Group {

		private final KernelFile stat;

		private long periods;

		private long throttled;

		Group(KernelFile stat) {
			this.stat = stat;
		}

		// Both versions of the interface name them alike. A group of version 2 without
		// a limit counts no periods, or does not tell any.
		double ratioSinceLastCall() {
			long[] numbers = this.stat.numbers("nr_periods", "nr_throttled");
			if (numbers[0] == KernelFile.UNKNOWN || numbers[1] == KernelFile.UNKNOWN) {
				return Double.NaN;
			}
			long periodsSince = numbers[0] - this.periods;
			long throttledSince = numbers[1] - this.throttled;
			this.periods = numbers[0];
			this.throttled = numbers[1];
			return (periodsSince > 0) ? Math.min(1, Math.max(0, throttledSince / (double) periodsSince)) : 0;
		}

	}

}
