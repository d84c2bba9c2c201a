package io.github.heapwise.heapdump.autoconfigure;

import io.github.heapwise.autoconfigure.ConditionalOnManagementServer;
import io.github.heapwise.heapdump.DumpListener;
import io.github.heapwise.heapdump.HeapDumpAnalyses;
import io.github.heapwise.heapdump.HeapDumpMeters;
import io.github.heapwise.heapdump.HeapDumpStore;
import io.github.heapwise.heapdump.HeapDumps;
import io.github.heapwise.heapdump.UnavailableAnalyses;
import io.github.heapwise.heapdump.endpoint.HeapDumpsEndpoint;
import io.github.heapwise.jvm.SurvivorReports;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.actuate.endpoint.EndpointAccessResolver;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.io.ResourceLoader;

/**
 * {@link AutoConfiguration Auto-configuration} for heap dumps. None is taken unless
 * somebody asks for it.
 */
@AutoConfiguration
@ConditionalOnBooleanProperty(name = "heapwise.heapdump.enabled", matchIfMissing = true)
@EnableConfigurationProperties({ HeapDumpProperties.class, HeapDumpTriggerProperties.class })
public final class HeapDumpAutoConfiguration {

	private static final Log logger = LogFactory.getLog(HeapDumpsEndpoint.class);

	@Bean
	@ConditionalOnMissingBean
	@ConditionalOnManagementServer
	@ConditionalOnNamedAccess
	HeapDumpsEndpoint heapwiseHeapDumpsEndpoint(HeapDumps dumps, ObjectProvider<HeapDumpAnalyses> analyses,
			HeapDumpProperties properties, HeapDumpTriggerProperties triggers,
			ObjectProvider<EndpointAccessResolver> access) {
		return new HeapDumpsEndpoint(dumps, analyses.getIfAvailable(UnavailableAnalyses::new),
				new PolicyFactory(properties, triggers).create(access.getIfAvailable()), logger::warn);
	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnMissingBean(HeapDumps.class)
	static class LocalConfiguration {

		// Nobody has to ask for what takes dumps by itself.
		@Bean(initMethod = "start")
		@Lazy(false)
		LocalDumping heapwiseLocalDumping(HeapDumpProperties properties, HeapDumpTriggerProperties triggers,
				ObjectProvider<HeapDumpStore> stores, ObjectProvider<DumpListener> listeners,
				ObjectProvider<SurvivorReports> survivors,
				@Value("${spring.application.name:application}") String application) {
			return new LocalDumpingFactory(properties, triggers).create(application, stores.orderedStream().toList(),
					listeners.orderedStream().toList(), survivors.getIfAvailable());
		}

		@Bean
		HeapDumps heapwiseHeapDumps(LocalDumping dumping) {
			return dumping.dumps();
		}

		@Bean
		@ConditionalOnProperty("heapwise.heapdump.copy-to")
		ResourceHeapDumpStore heapwiseResourceHeapDumpStore(HeapDumpProperties properties, ResourceLoader loader) {
			return new ResourceHeapDumpStore(loader, String.valueOf(properties.copyTo()));
		}

	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(MeterBinder.class)
	static class MetersConfiguration {

		@Bean
		@ConditionalOnMissingBean
		HeapDumpMeters heapwiseHeapDumpMeters() {
			return new HeapDumpMeters();
		}

	}

}
