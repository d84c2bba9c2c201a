package io.github.heapwise.heapdump;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * Tells which dumps are too many.
 */
final class Retention {

	private final RetentionLimits limits;

	private final ToLongFunction<StoredDump> bytes;

	/**
	 * Create it.
	 * @param limits how many are kept
	 * @param bytes tells what a dump takes on the disk
	 */
	Retention(RetentionLimits limits, ToLongFunction<StoredDump> bytes) {
		this.limits = limits;
		this.bytes = bytes;
	}

	/**
	 * Find what to delete.
	 * @param newestFirst all dumps
	 * @param now the time; a dump from after it has no age
	 * @return the oldest first
	 */
	List<StoredDump> excess(List<StoredDump> newestFirst, Instant now) {
		List<StoredDump> excess = new ArrayList<>();
		long bytes = 0;
		for (int i = 0; i < newestFirst.size(); i++) {
			StoredDump stored = newestFirst.get(i);
			bytes += this.bytes.applyAsLong(stored);
			boolean fits = i == 0 || (i < this.limits.count() && bytes <= this.limits.bytes());
			if (!fits || isTooOld(stored, now)) {
				excess.add(0, stored);
			}
		}
		return excess;
	}

	private boolean isTooOld(StoredDump stored, Instant now) {
		return Duration.between(stored.facts().time(), now).compareTo(this.limits.age()) > 0;
	}

}
