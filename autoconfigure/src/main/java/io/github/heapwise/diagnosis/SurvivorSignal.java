package io.github.heapwise.diagnosis;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * How what survives collections grows.
 *
 * @param liveBytes what the last collection of the old generation left, {@code null}
 * before the first
 * @param bytesPerHour how fast that grows, {@code null} where too little is known
 * @param lowBytesPerHour lower end of its interval of 95 %
 * @param highBytesPerHour upper end
 * @param confidence how far to believe it
 * @param reason a sentence that says why
 * @param floor the least of each ten seconds that was not gone later
 * @param allocators who allocated what stays, by a sample of it; empty where nobody has
 * looked
 */
public record SurvivorSignal(@Nullable Long liveBytes, @Nullable Double bytesPerHour, @Nullable Double lowBytesPerHour,
		@Nullable Double highBytesPerHour, Confidence confidence, String reason, Series floor,
		List<Allocator> allocators) {

	public SurvivorSignal {
		allocators = List.copyOf(allocators);
	}

	/**
	 * Create a signal where nobody has looked who allocated what stays.
	 * @param liveBytes what the last collection of the old generation left
	 * @param bytesPerHour how fast that grows
	 * @param lowBytesPerHour lower end of its interval of 95 %
	 * @param highBytesPerHour upper end
	 * @param confidence how far to believe it
	 * @param reason a sentence that says why
	 * @param floor the least of each ten seconds that was not gone later
	 */
	public SurvivorSignal(@Nullable Long liveBytes, @Nullable Double bytesPerHour, @Nullable Double lowBytesPerHour,
			@Nullable Double highBytesPerHour, Confidence confidence, String reason, Series floor) {
		this(liveBytes, bytesPerHour, lowBytesPerHour, highBytesPerHour, confidence, reason, floor, List.of());
	}

	/**
	 * Name who allocated what stays.
	 * @param seen who it was, by a sample
	 * @return the same signal with them
	 */
	public SurvivorSignal allocatedBy(List<Allocator> seen) {
		return new SurvivorSignal(this.liveBytes, this.bytesPerHour, this.lowBytesPerHour, this.highBytesPerHour,
				this.confidence, this.reason, this.floor, seen);
	}

	/**
	 * Return whether it may be that more and more survives: reason enough to look who
	 * allocated it.
	 * @return whether it grows, chance left aside
	 */
	public boolean isGrowthSuspected() {
		return this.lowBytesPerHour != null && this.lowBytesPerHour > 0;
	}

	/**
	 * Who allocated a part of what stays.
	 *
	 * @param function the function of the application
	 * @param type class of the objects
	 * @param samples how many objects of it were seen
	 * @param ratio share of all objects that were seen, not of bytes
	 */
	public record Allocator(String function, String type, int samples, double ratio) {

	}

}
