package io.github.heapwise.heapdump;

import java.time.Duration;

import io.github.heapwise.heapdump.DumpEstimator.Sized;
import io.github.heapwise.heapdump.HeapDumpRefusedException.Cause;
import io.github.heapwise.os.KernelFile;
import io.github.heapwise.os.LimitSource;
import io.github.heapwise.os.MemoryLimit;

/**
 * Refuses a dump that would stop the application for too long, fill the disk, or have the
 * kernel kill the process.
 */
final class DumpRules {

	/**
	 * What has to be left below the limit of a container: buffers of the JVM, and pages
	 * of the file that wait to be written.
	 */
	static final long MIN_HEADROOM_BYTES = 32L << 20;

	private final HeapDumpSettings settings;

	DumpRules(HeapDumpSettings settings) {
		this.settings = settings;
	}

	/**
	 * Check what a dump would cost.
	 * @param sized what it would cost
	 * @param room what the disk has
	 * @param limit what the process may use
	 * @throws HeapDumpRefusedException if that is too much; with the figures
	 */
	void check(Sized sized, Room room, MemoryLimit limit) {
		checkPause(sized.estimate().pauseMillis());
		checkRetention(sized.fileBytes());
		checkDisk(sized.estimate().diskBytes(), room.freeDiskBytes());
		checkMemory(room.inMemory() ? sized.estimate().diskBytes() : 0, limit);
	}

	private void checkPause(long pauseMillis) {
		Duration max = this.settings.maxPause();
		if (max != null && pauseMillis > max.toMillis()) {
			throw refused("the application would stand still for about %s, and 'heapwise.heapdump.max-pause' allows %s"
				.formatted(Figure.seconds(pauseMillis), Figure.seconds(max.toMillis())));
		}
	}

	private void checkRetention(long fileBytes) {
		long max = this.settings.retention().bytes();
		if (fileBytes > max) {
			throw refused("it would have about %s, and 'heapwise.heapdump.retention.size' allows %s for all together"
				.formatted(Figure.bytes(fileBytes), Figure.bytes(max)));
		}
	}

	private void checkDisk(long diskBytes, long freeBytes) {
		long min = this.settings.minFreeDiskBytes();
		if (freeBytes - min < diskBytes) {
			throw refused("%s free on the disk, about %s needed and %s to be left free. Free some space, or set"
				.formatted(Figure.bytes(freeBytes), Figure.bytes(diskBytes), Figure.bytes(min))
					+ " 'heapwise.heapdump.directory' or 'heapwise.heapdump.min-free-disk'");
		}
	}

	private static void checkMemory(long fileBytes, MemoryLimit limit) {
		long headroom = limit.headroomBytes();
		if (headroom == KernelFile.UNKNOWN || (fileBytes == 0 && limit.source() == LimitSource.HOST)) {
			return;
		}
		if (headroom - MIN_HEADROOM_BYTES < fileBytes) {
			String why = (fileBytes > 0)
					? ", since the directory is in memory. Set 'heapwise.heapdump.directory' to one on a disk" : "";
			throw refused("%s of memory left below the limit of %s, about %s needed%s".formatted(Figure.bytes(headroom),
					Figure.bytes(limit.bytes()), Figure.bytes(fileBytes + MIN_HEADROOM_BYTES), why));
		}
	}

	private static HeapDumpRefusedException refused(String figures) {
		return new HeapDumpRefusedException(Cause.RESOURCES, "Heap dump not started: " + figures, null);
	}

}
