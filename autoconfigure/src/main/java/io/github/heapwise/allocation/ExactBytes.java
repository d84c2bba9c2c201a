package io.github.heapwise.allocation;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntUnaryOperator;

/**
 * Bytes that were allocated according to the JVM's counters, by thread group.
 *
 * @param bytesByGroup for groups with a counter of their own
 * @param totalBytes for the whole process, {@link AllocatedBytesSnapshot#UNKNOWN} where
 * the JVM does not tell
 */
record ExactBytes(Map<Integer, Long> bytesByGroup, long totalBytes) {

	static final ExactBytes NONE = new ExactBytes(Map.of(), 0);

	ExactBytes plus(ExactBytes other) {
		Map<Integer, Long> sum = new TreeMap<>(this.bytesByGroup);
		other.bytesByGroup.forEach((group, bytes) -> sum.merge(group, bytes, Long::sum));
		boolean known = this.totalBytes != AllocatedBytesSnapshot.UNKNOWN
				&& other.totalBytes != AllocatedBytesSnapshot.UNKNOWN;
		return new ExactBytes(sum, known ? this.totalBytes + other.totalBytes : AllocatedBytesSnapshot.UNKNOWN);
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

	long of(int group) {
		return this.bytesByGroup.getOrDefault(group, 0L);
	}

	/**
	 * Return what groups without a counter allocated together.
	 * @return bytes, or {@link AllocatedBytesSnapshot#UNKNOWN}
	 */
	long restBytes() {
		if (this.totalBytes == AllocatedBytesSnapshot.UNKNOWN) {
			return AllocatedBytesSnapshot.UNKNOWN;
		}
		long counted = this.bytesByGroup.values().stream().mapToLong(Long::longValue).sum();
		return Math.max(0, this.totalBytes - counted);
	}

}
