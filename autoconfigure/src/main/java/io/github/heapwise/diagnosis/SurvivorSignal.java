package io.github.heapwise.diagnosis;

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
 */
public record SurvivorSignal(@Nullable Long liveBytes, @Nullable Double bytesPerHour, @Nullable Double lowBytesPerHour,
		@Nullable Double highBytesPerHour, Confidence confidence, String reason, Series floor) {

}
