package io.github.heapwise.jfr.autoconfigure;

import io.github.heapwise.jfr.SharedEventStream;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/**
 * {@link AutoConfiguration Auto-configuration} for the recording that all features share.
 * Nothing is recorded until one of them subscribes.
 */
@AutoConfiguration
@EnableConfigurationProperties(FlightRecorderProperties.class)
public final class FlightRecorderAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	SharedEventStream heapwiseEventStream(FlightRecorderProperties properties) {
		return new SharedEventStream(properties.maxStackDepth(), properties.repository());
	}

}
