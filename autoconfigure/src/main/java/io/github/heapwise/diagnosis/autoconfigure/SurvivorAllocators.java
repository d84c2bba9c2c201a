package io.github.heapwise.diagnosis.autoconfigure;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import io.github.heapwise.allocation.SurvivorSampling;
import io.github.heapwise.allocation.SurvivorShare;
import io.github.heapwise.allocation.SurvivorShares;
import io.github.heapwise.diagnosis.Signals;
import io.github.heapwise.diagnosis.SurvivorSignal;
import io.github.heapwise.diagnosis.SurvivorSignal.Allocator;
import org.jspecify.annotations.Nullable;

/**
 * While growth is suspected, has the application's survivors sampled and adds to the
 * signals who allocated them.
 */
final class SurvivorAllocators {

	// Later it may be something else that grows.
	private static final Duration MAX_AGE = Duration.ofMinutes(30);

	private final @Nullable SurvivorSampling sampling;

	/**
	 * Create an instance.
	 * @param sampling who samples, {@code null} where that is not wanted
	 */
	SurvivorAllocators(@Nullable SurvivorSampling sampling) {
		this.sampling = sampling;
	}

	Signals addTo(Signals signals) {
		SurvivorSignal survivors = signals.survivors();
		if (this.sampling == null || !survivors.isGrowthSuspected()) {
			return signals;
		}
		this.sampling.suspectGrowth();
		SurvivorShares last = this.sampling.last();
		return isFresh(last, signals.window().to()) ? signals.with(survivors.allocatedBy(allocators(last))) : signals;
	}

	private static boolean isFresh(@Nullable SurvivorShares last, Instant now) {
		return last != null && last.time().plus(MAX_AGE).isAfter(now);
	}

	private static List<Allocator> allocators(@Nullable SurvivorShares last) {
		return (last != null) ? last.shares().stream().map(SurvivorAllocators::allocator).toList() : List.of();
	}

	private static Allocator allocator(SurvivorShare share) {
		return new Allocator(share.function(), share.type(), share.samples(), share.ratio());
	}

}
