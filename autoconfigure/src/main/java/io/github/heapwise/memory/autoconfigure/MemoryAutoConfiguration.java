package io.github.heapwise.memory.autoconfigure;

import java.time.Clock;

import io.github.heapwise.autoconfigure.ConditionalOnManagementServer;
import io.github.heapwise.autoconfigure.StartWhenReady;
import io.github.heapwise.jvm.HeapUse;
import io.github.heapwise.memory.MemoryHistory;
import io.github.heapwise.memory.MemoryMeters;
import io.github.heapwise.memory.MemoryMonitor;
import io.github.heapwise.memory.endpoint.MemoryEndpoint;
import io.github.heapwise.memory.endpoint.MemoryHistoryEndpoint;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * {@link AutoConfiguration Auto-configuration} for what the process holds.
 */
@AutoConfiguration
@ConditionalOnBooleanProperty(name = "heapwise.memory.enabled", matchIfMissing = true)
@EnableConfigurationProperties(MemoryProperties.class)
public final class MemoryAutoConfiguration {

	private static final Log logger = LogFactory.getLog(MemoryMonitor.class);

	@Bean
	@ConditionalOnMissingBean
	MemoryHistory heapwiseMemoryHistory(MemoryProperties properties) {
		return new MemoryHistory(properties.interval(), properties.history());
	}

	@Bean
	HeapUse heapwiseMemoryHistoryHeapUse(MemoryHistory history) {
		return history::heapBytes;
	}

	@Bean
	@ConditionalOnMissingBean
	MemoryMonitor heapwiseMemoryMonitor(MemoryHistory history, ObjectProvider<HeapUse> heapUses) {
		return new MemoryMonitor(history, heapUses.orderedStream().toList(), Clock.systemUTC(), logger::warn);
	}

	@Bean
	StartWhenReady heapwiseMemoryStarter(MemoryMonitor monitor) {
		return new StartWhenReady("memory/history", monitor::start);
	}

	@Bean
	@ConditionalOnMissingBean
	@ConditionalOnManagementServer
	MemoryEndpoint heapwiseMemoryEndpoint(MemoryMonitor monitor) {
		return new MemoryEndpoint(monitor);
	}

	@Bean
	@ConditionalOnMissingBean
	@ConditionalOnManagementServer
	MemoryHistoryEndpoint heapwiseMemoryHistoryEndpoint(MemoryHistory history) {
		return new MemoryHistoryEndpoint(history);
	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(MeterBinder.class)
	static class MetersConfiguration {

		@Bean
		@ConditionalOnMissingBean
		MemoryMeters heapwiseMemoryMeters(MemoryMonitor monitor) {
			return new MemoryMeters(monitor);
		}

	}

}
