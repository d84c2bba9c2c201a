package io.github.heapwise.heapdump;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Tells which dumps are too many.
 */
final class Retention {

	private final RetentionLimits limits;

	Retention(RetentionLimits limits) {
		this.limits = limits;
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
			bytes += stored.facts().sizeBytes();
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
