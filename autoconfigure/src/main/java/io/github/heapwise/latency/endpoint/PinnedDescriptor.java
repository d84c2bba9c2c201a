package io.github.heapwise.latency.endpoint;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

import io.github.heapwise.latency.Blockage;
import io.github.heapwise.latency.Pinned;
import org.jspecify.annotations.Nullable;

/**
 * Virtual threads that held on to a carrier, as it is sent.
 *
 * @param count how many times in the window
 * @param longestNanos the longest
 * @param time when that was
 * @param stack what it did, the innermost frame first
 * @param unavailableReason why it is not known
 */
record PinnedDescriptor(@Nullable Long count, @Nullable Long longestNanos, @Nullable Instant time,
		@Nullable List<String> stack, @Nullable String unavailableReason) {

	static PinnedDescriptor of(Pinned pinned) {
		Blockage longest = pinned.longest();
		Long count = (pinned.unavailableReason() == null) ? pinned.count() : null;
		if (longest == null) {
			return new PinnedDescriptor(count, null, null, null, pinned.unavailableReason());
		}
		return new PinnedDescriptor(count, longest.durationNanos(), longest.time().truncatedTo(ChronoUnit.MILLIS),
				longest.stack(), pinned.unavailableReason());
	}

}
