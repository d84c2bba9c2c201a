package io.github.heapwise.autoconfigure;

import io.github.heapwise.endpoint.ResponseHeadersWebFilter;
import org.junit.jupiter.api.Test;

import org.springframework.boot.actuate.autoconfigure.endpoint.EndpointAutoConfiguration;
import org.springframework.boot.actuate.autoconfigure.endpoint.web.WebEndpointAutoConfiguration;
import org.springframework.boot.actuate.autoconfigure.web.server.ManagementContextAutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ReactiveWebApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ServletResponseHeadersConfiguration} and
 * {@link ReactiveResponseHeadersConfiguration}.
 */
class ResponseHeadersConfigurationTests {

	private static final String FILTER = "heapwiseResponseHeadersFilter";

	private static final AutoConfigurations ACTUATOR = AutoConfigurations.of(EndpointAutoConfiguration.class,
			WebEndpointAutoConfiguration.class, ManagementContextAutoConfiguration.class);

	@Test
	void aManagementContextOnTheServletStackShouldHaveTheFilter() {
		new WebApplicationContextRunner().withConfiguration(ACTUATOR)
			.run((context) -> assertThat(context).hasBean(FILTER).doesNotHaveBean(ResponseHeadersWebFilter.class));
	}

	@Test
	void aManagementContextOnTheReactiveStackShouldHaveTheWebFilter() {
		new ReactiveWebApplicationContextRunner().withConfiguration(ACTUATOR)
			.run((context) -> assertThat(context).hasSingleBean(ResponseHeadersWebFilter.class));
	}

	@Test
	void whereTheHostLeftWebEndpointsOutThereIsNothingToFilter() {
		new WebApplicationContextRunner().withUserConfiguration(ServletResponseHeadersConfiguration.class)
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(FILTER));
		new ReactiveWebApplicationContextRunner().withUserConfiguration(ReactiveResponseHeadersConfiguration.class)
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(FILTER));
	}

}
