package io.github.heapwise.route.autoconfigure;

import io.github.heapwise.endpoint.EndpointPaths;
import io.github.heapwise.route.RequestAccounting;
import io.github.heapwise.route.RouteMonitor;
import io.github.heapwise.route.RouteSettings;
import io.github.heapwise.route.ThreadClocks;
import io.github.heapwise.timeline.RequestNotes;
import io.github.heapwise.timeline.RouteTable;
import io.micrometer.observation.ObservationRegistry;
import jakarta.servlet.Filter;

import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.actuate.endpoint.web.PathMappedEndpoints;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication.Type;
import org.springframework.boot.micrometer.observation.autoconfigure.ObservationRegistryCustomizer;
import org.springframework.boot.thread.Threading;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.http.server.observation.ServerRequestObservationContext;
import org.springframework.web.filter.ServerHttpObservationFilter;
import org.springframework.web.servlet.config.annotation.AsyncSupportConfigurer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Accounting for requests to servlets.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication(type = Type.SERVLET)
@ConditionalOnClass({ Filter.class, ServerHttpObservationFilter.class })
class ServletRouteConfiguration {

	@Bean
	@ConditionalOnMissingBean
	RouteSettings heapwiseServletRouteSettings(RouteProperties properties, Environment environment) {
		return new RouteSettings(properties.window(), !Threading.VIRTUAL.isActive(environment), null);
	}

	@Bean
	ServletRequests heapwiseServletRequests(RouteTable table, RequestNotes notes, RouteMonitor monitor,
			ObjectProvider<PathMappedEndpoints> endpoints) {
		LeftOutRequests leftOut = new LeftOutRequests(new EndpointPaths(endpoints::getIfAvailable));
		ThreadClocks clocks = ThreadClocks.ofThisJvm();
		return new ServletRequests(
				new GuardedAccounting<>(
						new RequestAccounting<>(new ServletStack(leftOut), clocks, table, notes, monitor)),
				new GuardedAccounting<>(
						new RequestAccounting<>(new UnobservedServletStack(leftOut), clocks, table, notes, monitor)));
	}

	@Bean
	UnobservedRequestsInitializer heapwiseUnobservedRequestsInitializer(ServletRequests requests,
			ListableBeanFactory beanFactory, Environment environment) {
		return new UnobservedRequestsInitializer(new UnobservedRequests(requests.unobserved()), beanFactory,
				environment);
	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(ObservationRegistryCustomizer.class)
	static class ObservationConfiguration {

		@Bean
		ObservationRegistryCustomizer<ObservationRegistry> heapwiseServletRequestObservations(
				ServletRequests requests) {
			return (registry) -> registry.observationConfig()
				.observationHandler(
						new RequestObservations<>(ServerRequestObservationContext.class, requests.observed()));
		}

	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(WebMvcConfigurer.class)
	static class MvcConfiguration {

		@Bean
		WebMvcConfigurer heapwiseRequestTasksConfigurer(ServletRequests requests) {
			return new WebMvcConfigurer() {

				@Override
				public void configureAsyncSupport(AsyncSupportConfigurer configurer) {
					configurer
						.registerCallableInterceptors(new RequestTasks(requests.observed(), requests.unobserved()));
				}

			};
		}

	}

	/**
	 * Accounting for requests to servlets.
	 *
	 * @param observed of those that are observed
	 * @param unobserved of those that are not
	 */
	record ServletRequests(GuardedAccounting<ServerRequestObservationContext> observed,
			GuardedAccounting<UnobservedRequest> unobserved) {

	}

}
