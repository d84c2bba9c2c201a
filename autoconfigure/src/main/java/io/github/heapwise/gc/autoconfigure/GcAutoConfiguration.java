package io.github.heapwise.gc.autoconfigure;

import java.time.Clock;

import io.github.heapwise.autoconfigure.ConditionalOnManagementServer;
import io.github.heapwise.autoconfigure.StartWhenReady;
import io.github.heapwise.gc.CollectionRunner;
import io.github.heapwise.gc.GcListener;
import io.github.heapwise.gc.GcMeters;
import io.github.heapwise.gc.GcMonitor;
import io.github.heapwise.gc.GcSettings;
import io.github.heapwise.gc.SurvivorFeed;
import io.github.heapwise.gc.TroubleRecording;
import io.github.heapwise.gc.endpoint.GcEndpoint;
import io.github.heapwise.jfr.SharedEventStream;
import io.github.heapwise.jfr.autoconfigure.FlightRecorderAutoConfiguration;
import io.github.heapwise.jvm.HeapUse;
import io.github.heapwise.jvm.SurvivorReports;
import io.github.heapwise.timeline.PauseTimes;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * {@link AutoConfiguration Auto-configuration} for watching the garbage collector.
 */
@AutoConfiguration(after = FlightRecorderAutoConfiguration.class)
@ConditionalOnBooleanProperty(name = "heapwise.gc.enabled", matchIfMissing = true)
@EnableConfigurationProperties(GcProperties.class)
public final class GcAutoConfiguration {

	private static final Log logger = LogFactory.getLog(GcMonitor.class);

	@Bean
	GcEventPublisher heapwiseGcEventPublisher(ApplicationContext context) {
		return new GcEventPublisher(context);
	}

	@Bean
	GcTraceLogger heapwiseGcTraceLogger(GcProperties properties) {
		return new GcTraceLogger(properties.trace());
	}

	@Bean
	@ConditionalOnMissingBean
	PauseTimes heapwisePauseTimes() {
		return new PauseTimes();
	}

	@Bean
	PauseListener heapwisePauseListener(PauseTimes pauses) {
		return new PauseListener(pauses);
	}

	@Bean
	@ConditionalOnMissingBean
	SurvivorReports heapwiseSurvivorReports() {
		return new SurvivorReports();
	}

	@Bean
	SurvivorFeed heapwiseSurvivorFeed(SurvivorReports reports) {
		return new SurvivorFeed(reports);
	}

	@Bean(initMethod = "start")
	@ConditionalOnMissingBean
	GcMonitor heapwiseGcMonitor(GcProperties properties, SharedEventStream events,
			ObjectProvider<GcListener> listeners) {
		return new GcMonitor(new GcSettings(properties.events(), properties.window()), events,
				listeners.orderedStream().toList(), Clock.systemUTC(), logger::warn);
	}

	/**
	 * What the collector could not do, to be started by those who ask for it.
	 * @param events where the troubles come from
	 * @return the recording
	 */
	@Bean
	@ConditionalOnMissingBean
	TroubleRecording heapwiseTroubleRecording(SharedEventStream events) {
		return new TroubleRecording(events);
	}

	@Bean
	HeapUse heapwiseGcHeapUse(GcMonitor monitor, TroubleRecording troubles) {
		return () -> monitor.heapBytes() + troubles.heapBytes();
	}

	@Bean
	StartWhenReady heapwiseGcStarter(GcMonitor monitor, GcEventPublisher publisher, SurvivorFeed survivors) {
		return new StartWhenReady("memory/gc", () -> {
			publisher.ready();
			survivors.start(() -> monitor.summary().trend());
			monitor.startRecording();
		});
	}

	@Bean
	@ConditionalOnMissingBean
	CollectionRunner heapwiseCollectionRunner(GcProperties properties) {
		return new CollectionRunner(properties.runInterval());
	}

	@Bean
	@ConditionalOnMissingBean
	@ConditionalOnManagementServer
	GcEndpoint heapwiseGcEndpoint(GcMonitor monitor, CollectionRunner runner) {
		return new GcEndpoint(monitor, runner);
	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(MeterBinder.class)
	static class MetersConfiguration {

		@Bean
		@ConditionalOnMissingBean
		GcMeters heapwiseGcMeters(GcMonitor monitor) {
			return new GcMeters(monitor);
		}

	}

}
