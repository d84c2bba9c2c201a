package io.github.heapwise.allocation.autoconfigure;

import java.time.Clock;

import io.github.heapwise.allocation.AllocationProfiler;
import io.github.heapwise.allocation.RouteSources;
import io.github.heapwise.allocation.SurvivorSampling;
import io.github.heapwise.allocation.endpoint.AllocationsEndpoint;
import io.github.heapwise.autoconfigure.ConditionalOnManagementServer;
import io.github.heapwise.autoconfigure.StartWhenReady;
import io.github.heapwise.jfr.SharedEventStream;
import io.github.heapwise.jfr.autoconfigure.FlightRecorderAutoConfiguration;
import io.github.heapwise.jvm.HeapUse;
import io.github.heapwise.timeline.HandlerRoutes;
import io.github.heapwise.timeline.RequestNotes;
import io.github.heapwise.timeline.RouteSamples;
import io.github.heapwise.timeline.RouteTable;
import io.github.heapwise.timeline.RouteTotals;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/**
 * {@link AutoConfiguration Auto-configuration} for allocation profiling.
 */
@AutoConfiguration(after = FlightRecorderAutoConfiguration.class)
@ConditionalOnBooleanProperty(name = "heapwise.allocation.enabled", matchIfMissing = true)
@EnableConfigurationProperties(AllocationProperties.class)
public final class AllocationAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	AllocationProfiler heapwiseAllocationProfiler(AllocationProperties properties, SharedEventStream events,
			ObjectProvider<RouteTable> routes, ObjectProvider<RequestNotes> notes,
			ObjectProvider<HandlerRoutes> handlers, ObjectProvider<RouteTotals> totals,
			ConfigurableListableBeanFactory beanFactory) {
		RouteSources sources = new LateRoutes(handlers, totals).sources(routes, notes);
		return new ProfilerFactory(beanFactory).create(properties, events, sources);
	}

	// Does nothing until somebody suspects growth.
	@Bean
	@ConditionalOnMissingBean
	SurvivorSampling heapwiseSurvivorSampling(AllocationProperties properties, SharedEventStream events,
			ConfigurableListableBeanFactory beanFactory) {
		return new ProfilerFactory(beanFactory).survivorSampling(properties, events);
	}

	@Bean
	@ConditionalOnMissingBean
	RouteSamples heapwiseRouteSamples(AllocationProfiler profiler) {
		return profiler::routes;
	}

	@Bean
	HeapUse heapwiseAllocationHeapUse(AllocationProfiler profiler) {
		return profiler::heapBytes;
	}

	@Bean
	StartWhenReady heapwiseAllocationStarter(AllocationProfiler profiler) {
		return new StartWhenReady("memory/allocations", profiler::start);
	}

	@Bean
	@ConditionalOnMissingBean
	@ConditionalOnManagementServer
	AllocationsEndpoint heapwiseAllocationsEndpoint(AllocationProfiler profiler) {
		return new AllocationsEndpoint(profiler, Clock.systemUTC());
	}

}
