package io.github.heapwise.heapdump;

import org.jspecify.annotations.Nullable;

/**
 * Above what a dump is taken. Each limit is off where it is {@code null}.
 *
 * @param heapRatio share of the heap that a collection leaves, from 0 to 1
 * @param oldRatio share of the old generation that a collection leaves, from 0 to 1
 * @param collections how many collections in a row must leave that much
 * @param liveGrowthBytesPerHour growth of what collections leave
 * @param residentRatio share of the memory that the process may use which it occupies,
 * from 0 to 1
 * @param headroomBytes what must be left of that memory
 */
public record ThresholdSettings(@Nullable Double heapRatio, @Nullable Double oldRatio, int collections,
		@Nullable Long liveGrowthBytesPerHour, @Nullable Double residentRatio, @Nullable Long headroomBytes) {

	boolean needsCollections() {
		return this.heapRatio != null || this.oldRatio != null || this.liveGrowthBytesPerHour != null;
	}

	boolean needsSystem() {
		return this.residentRatio != null || this.headroomBytes != null;
	}

}
