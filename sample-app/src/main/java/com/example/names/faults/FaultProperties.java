package com.example.names.faults;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.Assert;

/**
 * Configuration properties for how bad the faults are.
 *
 * @param leaksPerSecond How many requests a second leak something, at most. The others
 * are served without the leak, so that it takes minutes under any load.
 * @param registryDelay How long the registry takes to answer.
 * @param listLength Names on the list that a request holds while it waits.
 * @param liveRatio Share of the heap that is filled at the start.
 */
@ConfigurationProperties("names.faults")
record FaultProperties(@DefaultValue("50") int leaksPerSecond, @DefaultValue("50ms") Duration registryDelay,
		@DefaultValue("100000") int listLength, @DefaultValue("0.75") double liveRatio) {

	FaultProperties {
		Assert.isTrue(leaksPerSecond > 0, () -> "'leaksPerSecond' must be positive but was " + leaksPerSecond);
		Assert.isTrue(!registryDelay.isNegative(),
				() -> "'registryDelay' must not be negative but was " + registryDelay);
		Assert.isTrue(listLength >= 0, () -> "'listLength' must not be negative but was " + listLength);
		Assert.isTrue(liveRatio > 0 && liveRatio < 1,
				() -> "'liveRatio' must be above 0 and below 1 but was " + liveRatio);
	}

}
