package io.github.heapwise.route.autoconfigure;

import java.time.Clock;

import io.github.heapwise.autoconfigure.ConditionalOnManagementServer;
import io.github.heapwise.autoconfigure.StartWhenReady;
import io.github.heapwise.jvm.HeapUse;
import io.github.heapwise.route.RouteMeters;
import io.github.heapwise.route.RouteMonitor;
import io.github.heapwise.route.RouteReporter;
import io.github.heapwise.route.RouteSettings;
import io.github.heapwise.route.endpoint.RoutesEndpoint;
import io.github.heapwise.timeline.PauseTimes;
import io.github.heapwise.timeline.RequestNotes;
import io.github.heapwise.timeline.RouteSamples;
import io.github.heapwise.timeline.RouteTable;
import io.micrometer.core.instrument.binder.MeterBinder;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/**
 * {@link AutoConfiguration Auto-configuration} for what requests cost, by route.
 */
@AutoConfiguration
@ConditionalOnBooleanProperty(name = "heapwise.route.enabled", matchIfMissing = true)
@EnableConfigurationProperties(RouteProperties.class)
@Import({ ServletRouteConfiguration.class, ReactiveRouteConfiguration.class })
public final class RouteAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	RouteTable heapwiseRouteTable(RouteProperties properties) {
		return new RouteTable(properties.maxRoutes());
	}

	@Bean
	@ConditionalOnMissingBean
	RequestNotes heapwiseRequestNotes() {
		return new RequestNotes();
	}

	@Bean
	@ConditionalOnMissingBean
	RouteSettings heapwiseRouteSettings(RouteProperties properties) {
		return new RouteSettings(properties.window(), false,
				"There are no requests: this application is no web application");
	}

	@Bean
	@ConditionalOnMissingBean
	RouteMonitor heapwiseRouteMonitor(RouteSettings settings, RouteTable table, ObjectProvider<PauseTimes> pauses) {
		return new RouteMonitor(settings, table, pauses.getIfAvailable(), Clock.systemUTC());
	}

	@Bean
	@ConditionalOnMissingBean
	RouteReporter heapwiseRouteReporter(RouteMonitor monitor, ObjectProvider<RouteSamples> samples) {
		return new RouteReporter(monitor, samples::getIfAvailable);
	}

	@Bean
	HeapUse heapwiseRouteHeapUse(RouteMonitor monitor, RequestNotes notes) {
		return () -> monitor.heapBytes() + notes.heapBytes();
	}

	@Bean
	StartWhenReady heapwiseRouteStarter(RouteMonitor monitor) {
		return new StartWhenReady("memory/routes", monitor::start);
	}

	@Bean
	@ConditionalOnMissingBean
	@ConditionalOnManagementServer
	RoutesEndpoint heapwiseRoutesEndpoint(RouteReporter reporter) {
		return new RoutesEndpoint(reporter);
	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(MeterBinder.class)
	static class MetersConfiguration {

		@Bean
		@ConditionalOnMissingBean
		RouteMeters heapwiseRouteMeters(RouteMonitor monitor) {
			return new RouteMeters(monitor);
		}

	}

}
