package io.github.heapwise.autoconfigure;

import org.springframework.boot.actuate.autoconfigure.endpoint.EndpointAutoConfiguration;
import org.springframework.boot.actuate.autoconfigure.endpoint.web.WebEndpointAutoConfiguration;
import org.springframework.boot.actuate.autoconfigure.endpoint.web.WebEndpointProperties;
import org.springframework.boot.actuate.endpoint.EndpointAccessResolver;
import org.springframework.boot.actuate.endpoint.web.PathMappedEndpoints;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;

/**
 * {@link AutoConfiguration Auto-configuration} of what all our endpoints share.
 */
@AutoConfiguration(after = { EndpointAutoConfiguration.class, WebEndpointAutoConfiguration.class })
@ConditionalOnManagementServer
@ConditionalOnBean(PathMappedEndpoints.class)
public final class HeapwiseEndpointAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	HeapwisePathMapper heapwisePathMapper() {
		return new HeapwisePathMapper();
	}

	@Bean
	@ConditionalOnMissingBean
	UnexposedEndpoints heapwiseUnexposedEndpoints(ApplicationContext context, EndpointAccessResolver access,
			WebEndpointProperties properties) {
		return new UnexposedEndpoints(context, access, properties.getExposure().getExclude());
	}

	@Bean
	@ConditionalOnMissingBean
	UnexposedEndpointsLogger heapwiseUnexposedEndpointsLogger(ApplicationContext context,
			UnexposedEndpoints endpoints) {
		return new UnexposedEndpointsLogger(context, endpoints);
	}

}
