package io.github.heapwise.allocation;

import java.time.Duration;
import java.util.List;

/**
 * How long to follow objects until it is looked which of them are alive.
 *
 * @param looks when to look, counted from the start; again only while there was too
 * little to see
 * @param minAge how long an object has to have lived to count: longer than requests take
 * @param rest how long not to sample again, for looking costs
 */
public record SurvivorTimes(List<Duration> looks, Duration minAge, Duration rest) {

	/** For applications whose requests take some seconds at most. */
	public static final SurvivorTimes DEFAULT = new SurvivorTimes(
			List.of(Duration.ofSeconds(60), Duration.ofMinutes(5)), Duration.ofSeconds(20), Duration.ofMinutes(10));

	public SurvivorTimes {
		looks = List.copyOf(looks);
	}

}
