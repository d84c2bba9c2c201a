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

	/**
	 * For applications whose requests take some seconds at most. Who allocates little
	 * waits longer for enough samples, which also cost less then.
	 */
	public static final SurvivorTimes DEFAULT = new SurvivorTimes(
			List.of(Duration.ofMinutes(1), Duration.ofMinutes(5), Duration.ofMinutes(15), Duration.ofMinutes(30)),
			Duration.ofSeconds(20), Duration.ofMinutes(10));

	public SurvivorTimes {
		looks = List.copyOf(looks);
	}

}
