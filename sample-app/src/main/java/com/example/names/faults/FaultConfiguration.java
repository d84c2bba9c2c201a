package com.example.names.faults;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/**
 * What several faults share.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(FaultProperties.class)
class FaultConfiguration {

	@Bean
	LeakRate leakRate(FaultProperties properties) {
		return new LeakRate(properties.leaksPerSecond(), System::nanoTime);
	}

	@Bean
	@Profile({ "06-slow-io", "14-pinned-virtual-threads", "15-blocked-event-loop" })
	SlowRegistry slowRegistry(FaultProperties properties) {
		return new SlowRegistry(properties.registryDelay());
	}

}
