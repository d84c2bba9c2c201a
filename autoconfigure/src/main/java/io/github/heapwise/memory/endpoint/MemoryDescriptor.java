package io.github.heapwise.memory.endpoint;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;

import io.github.heapwise.memory.BufferMemory;
import io.github.heapwise.memory.HeapMemory;
import io.github.heapwise.memory.MemorySnapshot;
import io.github.heapwise.memory.NativeMemory;
import io.github.heapwise.memory.Overhead;
import io.github.heapwise.memory.PoolMemory;
import io.github.heapwise.memory.ProcessMemory;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.actuate.endpoint.OperationResponseBody;

/**
 * What the process holds, as it is sent. Parts that are the same in the domain are sent
 * as they are there.
 *
 * @param time when it was read
 * @param summary the five numbers
 * @param process the process as the operating system sees it
 * @param heap the heap
 * @param pools pools of the JVM
 * @param buffers buffers outside the heap
 * @param nativeMemory memory of the JVM by purpose
 * @param classes counts of classes
 * @param threads counts of threads
 * @param overhead what Heapwise costs
 */
record MemoryDescriptor(Instant time, Summary summary, Process process, HeapMemory heap, List<Pool> pools,
		List<BufferMemory> buffers, Native nativeMemory, MemorySnapshot.Classes classes, MemorySnapshot.Threads threads,
		Overhead overhead) implements OperationResponseBody {

	static MemoryDescriptor of(MemorySnapshot memory) {
		return new MemoryDescriptor(memory.time().truncatedTo(ChronoUnit.MILLIS), Summary.of(memory),
				Process.of(memory.process()), memory.heap(), memory.pools().stream().map(Pool::of).toList(),
				memory.buffers(), Native.of(memory.nativeMemory()), memory.classes(), memory.threads(),
				memory.overhead());
	}

	private static String word(Enum<?> constant) {
		return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	/**
	 * The five numbers of Node's {@code process.memoryUsage()}.
	 *
	 * @param residentBytes physical memory the process occupies
	 * @param heapCommittedBytes bytes the JVM has for the heap
	 * @param heapUsedBytes bytes in use in it
	 * @param externalBytes bytes the JVM holds outside the heap and knows of
	 * @param directBufferBytes the part of them that is direct buffers
	 */
	record Summary(@Nullable Long residentBytes, long heapCommittedBytes, long heapUsedBytes, long externalBytes,
			long directBufferBytes) {

		static Summary of(MemorySnapshot memory) {
			return new Summary(memory.process().residentBytes(), memory.heap().committedBytes(),
					memory.heap().usedBytes(), memory.externalBytes(), memory.directBufferBytes());
		}

	}

	/**
	 * The process.
	 *
	 * @param pid its number
	 * @param residentBytes physical memory it occupies
	 * @param peakResidentBytes most it occupied
	 * @param limitBytes how much it may use
	 * @param limitSource {@code cgroup-v2}, {@code cgroup-v1} or {@code host}
	 * @param headroomBytes what is left
	 * @param unavailableReason why something is missing
	 */
	record Process(long pid, @Nullable Long residentBytes, @Nullable Long peakResidentBytes, @Nullable Long limitBytes,
			@Nullable String limitSource, @Nullable Long headroomBytes, @Nullable String unavailableReason) {

		static Process of(ProcessMemory process) {
			return new Process(process.pid(), process.residentBytes(), process.peakResidentBytes(),
					process.limitBytes(), (process.limitSource() != null) ? word(process.limitSource()) : null,
					process.headroomBytes(), process.unavailableReason());
		}

	}

	/**
	 * A memory pool.
	 *
	 * @param name as the JVM calls it
	 * @param kind {@code heap} or {@code non-heap}
	 * @param role what it is for
	 * @param usedBytes bytes in use
	 * @param committedBytes bytes the JVM has for it
	 * @param maxBytes bytes it may grow to
	 * @param peakUsedBytes most bytes in use
	 * @param usedAfterCollectionBytes bytes its last collection left
	 */
	record Pool(String name, String kind, String role, long usedBytes, long committedBytes, @Nullable Long maxBytes,
			long peakUsedBytes, @Nullable Long usedAfterCollectionBytes) {

		static Pool of(PoolMemory pool) {
			return new Pool(pool.name(), pool.heap() ? "heap" : "non-heap", word(pool.role()), pool.usedBytes(),
					pool.committedBytes(), pool.maxBytes(), pool.peakUsedBytes(), pool.usedAfterCollectionBytes());
		}

	}

	/**
	 * Native memory.
	 *
	 * @param mode {@code exact} or {@code unavailable}
	 * @param unavailableReason why it is not known
	 * @param categories memory by purpose
	 */
	record Native(String mode, @Nullable String unavailableReason, List<NativeMemory.Category> categories) {

		static Native of(NativeMemory memory) {
			return new Native((memory.unavailableReason() != null) ? "unavailable" : "exact",
					memory.unavailableReason(), memory.categories());
		}

	}

}
