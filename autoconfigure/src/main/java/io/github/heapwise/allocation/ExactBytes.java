package io.github.heapwise.allocation;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntUnaryOperator;

import io.github.heapwise.jvm.AllocatedBytesSnapshot;
import io.github.heapwise.jvm.TotalAllocatedBytes;

/**
 * Bytes that were allocated according to the JVM's counters, by thread group.
 *
 * @param bytesByGroup for groups with a counter of their own
 * @param totalBytes for the whole process, {@link AllocatedBytesSnapshot#UNKNOWN} where
 * the JVM does not tell
 */
record ExactBytes(Map<Integer, Long> bytesByGroup, long totalBytes) {

	// Entry of the map 40, Integer 16, Long 24
	private static final int BYTES_A_GROUP = 80;

	static final ExactBytes NONE = new ExactBytes(Map.of(), 0);

	ExactBytes plus(ExactBytes other) {
		return sum(List.of(this, other));
	}

	/**
	 * Add up the bytes of several times.
	 * @param parts the bytes of each
	 * @return their sum, its total unknown if one of theirs is
	 */
	static ExactBytes sum(List<ExactBytes> parts) {
		Map<Integer, Long> bytesByGroup = new TreeMap<>();
		long totalBytes = 0;
		boolean known = true;
		for (ExactBytes part : parts) {
			part.bytesByGroup.forEach((group, bytes) -> bytesByGroup.merge(group, bytes, Long::sum));
			totalBytes += part.totalBytes;
			known &= part.totalBytes != TotalAllocatedBytes.UNKNOWN;
		}
		return new ExactBytes(bytesByGroup, known ? totalBytes : TotalAllocatedBytes.UNKNOWN);
	}

	/**
	 * Give every group another number. What goes to a group without a counter becomes
	 * part of the rest.
	 * @param rekey new number by old number
	 * @param groups the new groups
	 * @return the bytes under the new numbers
	 */
	ExactBytes rekeyed(IntUnaryOperator rekey, ThreadGroups groups) {
		Map<Integer, Long> rekeyed = new TreeMap<>();
		this.bytesByGroup.forEach((group, bytes) -> rekeyed.merge(rekey.applyAsInt(group), bytes, Long::sum));
		rekeyed.keySet().removeIf((group) -> !groups.hasOwnCounter(group));
		return new ExactBytes(rekeyed, this.totalBytes);
	}

	long heapBytes() {
		return (long) BYTES_A_GROUP * this.bytesByGroup.size();
	}

	long of(int group) {
		return this.bytesByGroup.getOrDefault(group, 0L);
	}

	/**
	 * Return what groups without a counter allocated together.
	 * @return bytes, or {@link AllocatedBytesSnapshot#UNKNOWN}
	 */
	long restBytes() {
		if (this.totalBytes == TotalAllocatedBytes.UNKNOWN) {
			return TotalAllocatedBytes.UNKNOWN;
		}
		long counted = this.bytesByGroup.values().stream().mapToLong(Long::longValue).sum();
		return Math.max(0, this.totalBytes - counted);
	}

}
