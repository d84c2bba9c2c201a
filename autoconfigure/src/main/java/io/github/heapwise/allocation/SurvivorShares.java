package io.github.heapwise.allocation;

import java.time.Instant;
import java.util.List;

/**
 * Who allocated what stayed alive, by a sample of it. Each object is sampled with a
 * chance that grows with its size, but has no weight: the shares are of samples, which is
 * near to shares of bytes where many were taken.
 *
 * @param time when it was looked
 * @param samples how many objects were seen alive long after they were allocated
 * @param shares by function and class, the largest first, at most
 * {@value SurvivorTally#MAX_SHARES}
 */
public record SurvivorShares(Instant time, int samples, List<SurvivorShare> shares) {

	public SurvivorShares {
		shares = List.copyOf(shares);
	}

}
