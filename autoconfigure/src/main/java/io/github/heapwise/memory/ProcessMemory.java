package io.github.heapwise.memory;

import io.github.heapwise.os.LimitSource;
import org.jspecify.annotations.Nullable;

/**
 * The process as the operating system sees it.
 *
 * @param pid its number
 * @param residentBytes physical memory it occupies
 * @param peakResidentBytes most it occupied since the start
 * @param limitBytes how much it may use
 * @param limitSource who says so
 * @param headroomBytes what is left below the limit
 * @param unavailableReason why any of these is {@code null}
 */
public record ProcessMemory(long pid, @Nullable Long residentBytes, @Nullable Long peakResidentBytes,
		@Nullable Long limitBytes, @Nullable LimitSource limitSource, @Nullable Long headroomBytes,
		@Nullable String unavailableReason) {
}
