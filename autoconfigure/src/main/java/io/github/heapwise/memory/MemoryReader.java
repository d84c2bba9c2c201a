package io.github.heapwise.memory;

import java.lang.management.ClassLoadingMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import io.github.heapwise.jvm.TotalAllocatedBytes;
import io.github.heapwise.os.KernelFile;
import io.github.heapwise.os.MemoryLimit;
import io.github.heapwise.os.MemoryLimits;
import io.github.heapwise.os.ResidentSet;
import io.github.heapwise.os.ResidentSet.Resident;
import org.jspecify.annotations.Nullable;

/**
 * Reads what the process holds now. Some 100 microseconds, thread-safe.
 */
final class MemoryReader {

	private static final String ALLOCATED_UNKNOWN = "This JVM does not tell how much the whole process allocated."
			+ " JDK 21 and later updates of JDK 17 do tell";

	private final long pid = ProcessHandle.current().pid();

	private final MemoryMXBean memory = ManagementFactory.getMemoryMXBean();

	private final ClassLoadingMXBean classes = ManagementFactory.getClassLoadingMXBean();

	private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();

	private final TotalAllocatedBytes allocated = new TotalAllocatedBytes();

	private final MemoryPools pools = new MemoryPools();

	private final BufferPools buffers = new BufferPools();

	private final LiveSet liveSet = new LiveSet(this.pools.heapNames());

	private final NativeMemoryTracking nativeMemory = new NativeMemoryTracking();

	private final ResidentSet residentSet;

	private final MemoryLimits limits;

	/**
	 * Create a reader.
	 * @param root where {@code /proc} and {@code /sys} lie
	 */
	MemoryReader(Path root) {
		this.residentSet = new ResidentSet(root);
		this.limits = new MemoryLimits(root);
	}

	/**
	 * Read everything.
	 * @param time the time to put on it
	 * @param sample what was sampled last, {@code null} before the first sample
	 * @return what the process holds
	 */
	MemorySnapshot snapshot(Instant time, @Nullable MemorySample sample) {
		List<PoolMemory> read = this.pools.read();
		return new MemorySnapshot(time, process(), heap(read, sample), read, this.buffers.read(),
				this.nativeMemory.read(), classes(), threads(),
				(sample != null) ? sample.overhead() : Overhead.UNKNOWN);
	}

	/**
	 * Read what is sampled all the time.
	 * @param epochMillis the time to put on it
	 * @param rates what is known only over an interval
	 * @return the sample
	 */
	MemorySample sample(long epochMillis, SampledRates rates) {
		return new MemorySample(epochMillis, this.pools.totals(), this.liveSet.read(), this.buffers.directBytes(),
				this.residentSet.read().bytes(), this.limits.read(), rates.allocatedBytesPerSecond(),
				this.threads.getThreadCount(), rates.cpuRatio(), rates.overhead());
	}

	long allocatedBytes() {
		return this.allocated.read();
	}

	private ProcessMemory process() {
		Resident resident = this.residentSet.read();
		MemoryLimit limit = this.limits.read();
		return new ProcessMemory(this.pid, known(resident.bytes()), known(resident.peakBytes()), known(limit.bytes()),
				(limit.bytes() != KernelFile.UNKNOWN) ? limit.source() : null, known(limit.headroomBytes()),
				unavailableReason(resident, limit));
	}

	private static @Nullable String unavailableReason(Resident resident, MemoryLimit limit) {
		List<String> missing = new ArrayList<>();
		if (resident.bytes() == KernelFile.UNKNOWN || resident.peakBytes() == KernelFile.UNKNOWN) {
			missing.add("resident memory");
		}
		if (limit.bytes() == KernelFile.UNKNOWN || limit.headroomBytes() == KernelFile.UNKNOWN) {
			missing.add("the memory limit");
		}
		return missing.isEmpty() ? null : "The operating system (%s) does not tell %s: that takes a '/proc' of Linux"
			.formatted(System.getProperty("os.name"), String.join(" and ", missing));
	}

	private HeapMemory heap(List<PoolMemory> read, @Nullable MemorySample sample) {
		long used = 0;
		long committed = 0;
		for (PoolMemory pool : read) {
			used += pool.heap() ? pool.usedBytes() : 0;
			committed += pool.heap() ? pool.committedBytes() : 0;
		}
		long total = this.allocated.read();
		double rate = (sample != null) ? sample.allocatedBytesPerSecond() : Double.NaN;
		return new HeapMemory(used, committed, known(this.memory.getHeapMemoryUsage().getMax()),
				known(this.liveSet.read()), known(total), Double.isNaN(rate) ? null : Math.round(rate),
				(total == TotalAllocatedBytes.UNKNOWN) ? ALLOCATED_UNKNOWN : null);
	}

	private MemorySnapshot.Classes classes() {
		return new MemorySnapshot.Classes(this.classes.getLoadedClassCount(), this.classes.getTotalLoadedClassCount(),
				this.classes.getUnloadedClassCount());
	}

	private MemorySnapshot.Threads threads() {
		return new MemorySnapshot.Threads(this.threads.getThreadCount(), this.threads.getDaemonThreadCount(),
				this.threads.getPeakThreadCount(), this.threads.getTotalStartedThreadCount());
	}

	private static @Nullable Long known(long number) {
		return (number >= 0) ? number : null;
	}

	/**
	 * What is known only over an interval.
	 *
	 * @param allocatedBytesPerSecond bytes all threads allocated
	 * @param cpuRatio CPU time of the process as a ratio of one core
	 * @param overhead what Heapwise costs
	 */
	record SampledRates(double allocatedBytesPerSecond, double cpuRatio, Overhead overhead) {
	}

}
