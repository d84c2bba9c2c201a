package io.github.heapwise.os;

import java.nio.file.Files;
import java.nio.file.Path;

import org.jspecify.annotations.Nullable;

/**
 * Physical memory that the process occupies, as Linux tells it. Thread-safe.
 */
public final class ResidentSet {

	private final @Nullable KernelFile status;

	/**
	 * Find where it is told.
	 * @param root where {@code /proc} lies
	 */
	public ResidentSet(Path root) {
		Path path = root.resolve("proc/self/status");
		this.status = Files.isReadable(path) ? new KernelFile(path) : null;
	}

	/**
	 * Read it, about 10 microseconds.
	 * @return bytes now and at most so far, {@link KernelFile#UNKNOWN} where it is not
	 * told
	 */
	public Resident read() {
		if (this.status == null) {
			return new Resident(KernelFile.UNKNOWN, KernelFile.UNKNOWN);
		}
		long[] numbers = this.status.numbers("VmRSS", "VmHWM");
		return new Resident(numbers[0], numbers[1]);
	}

	/**
	 * Resident memory.
	 *
	 * @param bytes now
	 * @param peakBytes at most since the start
	 */
	public record Resident(long bytes, long peakBytes) {
	}

}
