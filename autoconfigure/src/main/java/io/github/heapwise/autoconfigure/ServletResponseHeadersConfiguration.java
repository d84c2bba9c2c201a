package io.github.heapwise.autoconfigure;

import java.time.Clock;

import io.github.heapwise.endpoint.EndpointPaths;
import io.github.heapwise.endpoint.ResponseHeaders;
import io.github.heapwise.endpoint.ResponseHeadersFilter;
import jakarta.servlet.DispatcherType;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.actuate.autoconfigure.endpoint.web.CorsEndpointProperties;
import org.springframework.boot.actuate.autoconfigure.web.ManagementContextConfiguration;
import org.springframework.boot.actuate.endpoint.web.PathMappedEndpoints;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication.Type;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;

/**
 * {@link ManagementContextConfiguration @ManagementContextConfiguration} for response
 * headers on the servlet stack.
 */
@ManagementContextConfiguration(proxyBeanMethods = false)
@ConditionalOnBean(PathMappedEndpoints.class)
@ConditionalOnWebApplication(type = Type.SERVLET)
class ServletResponseHeadersConfiguration {

	@Bean
	FilterRegistrationBean<ResponseHeadersFilter> heapwiseResponseHeadersFilter(
			ObjectProvider<PathMappedEndpoints> endpoints, ObjectProvider<CorsEndpointProperties> cors,
			@Value("${spring.application.name:application}") String name) {
		FilterRegistrationBean<ResponseHeadersFilter> registration = new FilterRegistrationBean<>(
				new ResponseHeadersFilter(new EndpointPaths(endpoints::getObject),
						new ResponseHeaders(name, Clock.systemUTC()),
						CorsSettings.foreignPages(cors.getIfAvailable())));
		registration.setDispatcherTypes(DispatcherType.REQUEST);
		return registration;
	}

}
