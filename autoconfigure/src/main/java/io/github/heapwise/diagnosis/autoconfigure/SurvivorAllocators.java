package io.github.heapwise.diagnosis.autoconfigure;

import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

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

	private final Runnable growthSuspected;

	private final Supplier<@Nullable SurvivorShares> last;

	/**
	 * Create an instance.
	 * @param growthSuspected has survivors sampled, unless they just have been
	 * @param last what was last seen of them
	 */
	SurvivorAllocators(Runnable growthSuspected, Supplier<@Nullable SurvivorShares> last) {
		this.growthSuspected = growthSuspected;
		this.last = last;
	}

	Signals addTo(Signals signals) {
		SurvivorSignal survivors = signals.survivors();
		if (!survivors.isGrowthSuspected()) {
			return signals;
		}
		this.growthSuspected.run();
		SurvivorShares seen = this.last.get();
		if (seen == null || seen.time().plus(MAX_AGE).isBefore(signals.window().to())) {
			return signals;
		}
		return signals.with(survivors.allocatedBy(allocators(seen)));
	}

	private static List<Allocator> allocators(SurvivorShares seen) {
		return seen.shares().stream().map(SurvivorAllocators::allocator).toList();
	}

	private static Allocator allocator(SurvivorShare share) {
		return new Allocator(share.function(), share.type(), share.samples(), share.ratio());
	}

}
