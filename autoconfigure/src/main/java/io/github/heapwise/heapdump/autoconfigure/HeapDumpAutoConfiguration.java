package io.github.heapwise.heapdump.autoconfigure;

import io.github.heapwise.autoconfigure.ConditionalOnManagementServer;
import io.github.heapwise.endpoint.HeapwiseEndpoint;
import io.github.heapwise.heapdump.HeapDumps;
import io.github.heapwise.heapdump.endpoint.HeapDumpPolicy;
import io.github.heapwise.heapdump.endpoint.HeapDumpsEndpoint;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.boot.actuate.autoconfigure.endpoint.EndpointAutoConfiguration;
import org.springframework.boot.actuate.endpoint.Access;
import org.springframework.boot.actuate.endpoint.EndpointAccessResolver;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * {@link AutoConfiguration Auto-configuration} for heap dumps.
 */
@AutoConfiguration(after = EndpointAutoConfiguration.class)
@ConditionalOnBooleanProperty(name = "heapwise.heapdump.enabled", matchIfMissing = true)
@EnableConfigurationProperties({ HeapDumpProperties.class, HeapDumpTriggerProperties.class })
public final class HeapDumpAutoConfiguration {

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnManagementServer
	@ConditionalOnNamedAccess
	@ConditionalOnBean({ HeapDumps.class, EndpointAccessResolver.class })
	static class EndpointConfiguration {

		private static final Log logger = LogFactory.getLog(HeapDumpsEndpoint.class);

		@Bean
		@ConditionalOnMissingBean
		HeapDumpsEndpoint heapwiseHeapDumpsEndpoint(HeapDumps dumps, HeapDumpProperties properties,
				HeapDumpTriggerProperties triggers, EndpointAccessResolver access) {
			boolean writable = access.accessFor(HeapwiseEndpoint.HEAP_DUMPS.id(), Access.NONE) == Access.UNRESTRICTED;
			HeapDumpProperties.Retention retention = properties.retention();
			HeapDumpPolicy policy = new HeapDumpPolicy(properties.rawDownload(),
					properties.redact() == HeapDumpProperties.Redact.AT_CAPTURE,
					new HeapDumpPolicy.StoreLimits(retention.count(), retention.size().toBytes(),
							retention.age().toMillis()),
					Triggers.describe(triggers, writable));
			return new HeapDumpsEndpoint(dumps, policy, logger::warn);
		}

	}

}
