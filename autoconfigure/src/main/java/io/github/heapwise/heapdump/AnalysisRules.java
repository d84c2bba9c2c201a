package io.github.heapwise.heapdump;

import io.github.heapwise.heapdump.HeapDumpRefusedException.Cause;
import io.github.heapwise.os.KernelFile;
import io.github.heapwise.os.LimitSource;
import io.github.heapwise.os.MemoryLimit;

/**
 * Refuses an analysis that would fill the disk, or for which the kernel would kill a
 * process.
 */
final class AnalysisRules {

	private static final long MIB = 1L << 20;

	/**
	 * Heap of a process of its own, and all else of it.
	 */
	static final long CHILD_BYTES = (64 + 90) * MIB;

	/**
	 * What has to be left if the application would be killed with that process.
	 */
	static final long SHARED_FATE_BYTES = 64 * MIB;

	private static final long IN_PROCESS_BYTES = 64 * MIB;

	// At worst, with small objects only: 100 bytes an object, of which 40 remain.
	private static final int DISK_PER_DUMP = 2;

	private final long processBytes;

	private final long minFreeDiskBytes;

	/**
	 * Create rules.
	 * @param child whether a process of its own is started
	 * @param minFreeDiskBytes what is to be left free on the disk
	 */
	AnalysisRules(boolean child, long minFreeDiskBytes) {
		this.processBytes = child ? CHILD_BYTES : IN_PROCESS_BYTES;
		this.minFreeDiskBytes = minFreeDiskBytes;
	}

	/**
	 * Check what an analysis would cost.
	 * @param dumpBytes length of the dump
	 * @param room what the disk has
	 * @param limit what the process may use
	 * @param killedTogether whether the kernel kills all processes of a group at once
	 * @throws HeapDumpRefusedException if that is too much; with the figures
	 */
	void check(long dumpBytes, Room room, MemoryLimit limit, boolean killedTogether) {
		long diskBytes = DISK_PER_DUMP * dumpBytes;
		checkDisk(diskBytes, room.freeDiskBytes());
		checkMemory(room.inMemory() ? diskBytes : 0, limit, killedTogether);
	}

	private void checkDisk(long diskBytes, long freeBytes) {
		if (freeBytes - this.minFreeDiskBytes < diskBytes) {
			throw refused(
					("%s free on the disk, up to %s needed, twice the dump in case its objects are small, and %s to be left free."
							+ " Free some space, or set 'heapwise.heapdump.min-free-disk'")
						.formatted(Figure.bytes(freeBytes), Figure.bytes(diskBytes),
								Figure.bytes(this.minFreeDiskBytes)));
		}
	}

	private void checkMemory(long fileBytes, MemoryLimit limit, boolean killedTogether) {
		long headroom = limit.headroomBytes();
		// A machine has nothing to lose but the process that analyses.
		if (headroom == KernelFile.UNKNOWN || (fileBytes == 0 && limit.source() == LimitSource.HOST)) {
			return;
		}
		long spareBytes = killedTogether ? SHARED_FATE_BYTES : 0;
		long neededBytes = fileBytes + this.processBytes + spareBytes;
		if (headroom < neededBytes) {
			String why = killedTogether ? ", %s of them to spare since the kernel would kill the application as well"
				.formatted(Figure.bytes(spareBytes)) : "";
			String where = (fileBytes > 0)
					? ". The directory is in memory: set 'heapwise.heapdump.directory' to one on a disk" : "";
			throw refused("%s of memory left below the limit of %s, about %s needed%s%s"
				.formatted(Figure.bytes(headroom), Figure.bytes(limit.bytes()), Figure.bytes(neededBytes), why, where));
		}
	}

	private static HeapDumpRefusedException refused(String figures) {
		return new HeapDumpRefusedException(Cause.RESOURCES, "Heap dump not analysed: " + figures, null);
	}

}
