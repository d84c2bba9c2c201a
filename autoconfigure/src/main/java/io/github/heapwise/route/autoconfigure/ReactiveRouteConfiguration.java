package io.github.heapwise.route.autoconfigure;

import io.github.heapwise.endpoint.EndpointPaths;
import io.github.heapwise.route.RequestAccounting;
import io.github.heapwise.route.RouteMonitor;
import io.github.heapwise.route.RouteSettings;
import io.github.heapwise.route.ThreadClocks;
import io.github.heapwise.timeline.HandlerRoutes;
import io.github.heapwise.timeline.RequestNotes;
import io.github.heapwise.timeline.RouteTable;
import io.micrometer.observation.ObservationRegistry;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.actuate.endpoint.web.PathMappedEndpoints;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication.Type;
import org.springframework.boot.micrometer.observation.autoconfigure.ObservationRegistryCustomizer;
import org.springframework.boot.webflux.autoconfigure.WebHttpHandlerBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.http.server.reactive.observation.ServerRequestObservationContext;
import org.springframework.util.ClassUtils;
import org.springframework.web.reactive.DispatcherHandler;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;

/**
 * Accounting for requests to WebFlux.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication(type = Type.REACTIVE)
@ConditionalOnClass(DispatcherHandler.class)
class ReactiveRouteConfiguration {

	@Bean
	@ConditionalOnMissingBean
	RouteSettings heapwiseReactiveRouteSettings(RouteProperties properties) {
		return new RouteSettings(properties.window(), false, null);
	}

	@Bean
	@ConditionalOnMissingBean
	HandlerRoutes heapwiseHandlerRoutes(RouteTable table, ObjectProvider<RequestMappingHandlerMapping> mappings) {
		return new HandlerMethodRoutes(table, () -> mappings.stream().toList());
	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(ObservationRegistryCustomizer.class)
	static class ObservationConfiguration {

		@Bean
		ObservationRegistryCustomizer<ObservationRegistry> heapwiseReactiveRequestObservations(RouteTable table,
				RequestNotes notes, RouteMonitor monitor, ObjectProvider<PathMappedEndpoints> endpoints,
				Environment environment) {
			ReactiveStack stack = new ReactiveStack(new LeftOutRequests(new EndpointPaths(endpoints::getIfAvailable)),
					new ManagementPort(environment)::isPortOf);
			GuardedAccounting<ServerRequestObservationContext> accounting = new GuardedAccounting<>(
					new RequestAccounting<>(stack, ThreadClocks.none(), table, notes, monitor));
			return (registry) -> registry.observationConfig()
				.observationHandler(new RequestObservations<>(ServerRequestObservationContext.class, accounting));
		}

	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(WebHttpHandlerBuilderCustomizer.class)
	static class UnobservedConfiguration {

		private static final boolean HANDLERS_ARE_REGISTERED = ClassUtils.isPresent(
				"org.springframework.boot.micrometer.observation.autoconfigure.ObservationRegistryCustomizer",
				ReactiveRouteConfiguration.class.getClassLoader());

		@Bean
		WebHttpHandlerBuilderCustomizer heapwiseUnobservedExchanges(RouteTable table, RequestNotes notes,
				RouteMonitor monitor, ObjectProvider<PathMappedEndpoints> endpoints,
				ObjectProvider<ObservationRegistry> registry, Environment environment) {
			UnobservedReactiveStack stack = new UnobservedReactiveStack(
					new LeftOutRequests(new EndpointPaths(endpoints::getIfAvailable)));
			UnobservedExchanges filter = new UnobservedExchanges(new GuardedAccounting<>(
					new RequestAccounting<>(stack, ThreadClocks.none(), table, notes, monitor)));
			return (builder) -> {
				if (!HANDLERS_ARE_REGISTERED || !ObservedRequests.in(registry.getIfUnique(), environment)) {
					builder.filters((filters) -> filters.add(0, filter));
				}
			};
		}

	}

}
