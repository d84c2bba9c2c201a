package io.github.heapwise.jfr.autoconfigure;

import java.nio.file.Path;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.Assert;

/**
 * Configuration properties for the recording that all features share. They apply only if
 * nothing else used Flight Recorder before.
 *
 * @param maxStackDepth Number of frames kept of a stack, counted from the innermost. Only
 * applies if nothing else used Flight Recorder before.
 * @param repository Directory for the files of Flight Recorder. Only applies if nothing
 * else used it before.
 */
@ConfigurationProperties("heapwise.jfr")
public record FlightRecorderProperties(@DefaultValue("128") int maxStackDepth, @Nullable Path repository) {

	// what JFR accepts
	private static final int MAX_STACK_DEPTH = 2048;

	public FlightRecorderProperties {
		Assert.isTrue(maxStackDepth >= 1 && maxStackDepth <= MAX_STACK_DEPTH,
				() -> "'max-stack-depth' must be between 1 and %d but was '%d'".formatted(MAX_STACK_DEPTH,
						maxStackDepth));
	}

}
