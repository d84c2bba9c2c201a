package io.github.heapwise.ui.autoconfigure;

import io.github.heapwise.autoconfigure.HeapwiseEndpointAutoConfiguration;
import io.github.heapwise.ui.endpoint.UiEndpoint;
import org.junit.jupiter.api.Test;
import org.thymeleaf.TemplateEngine;

import org.springframework.boot.actuate.autoconfigure.endpoint.EndpointAutoConfiguration;
import org.springframework.boot.actuate.autoconfigure.endpoint.web.WebEndpointAutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.ReactiveWebApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link UiAutoConfiguration}.
 */
class UiAutoConfigurationTests {

	private static final AutoConfigurations AUTO_CONFIGURATIONS = AutoConfigurations.of(EndpointAutoConfiguration.class,
			WebEndpointAutoConfiguration.class, HeapwiseEndpointAutoConfiguration.class, UiAutoConfiguration.class);

	private final WebApplicationContextRunner contextRunner = new WebApplicationContextRunner()
		.withConfiguration(AUTO_CONFIGURATIONS);

	@Test
	void runShouldPublishTheEndpointAndNothingOfThymeleaf() {
		this.contextRunner.run((context) -> {
			assertThat(context).hasSingleBean(UiEndpoint.class);
			assertThat(context.getBeanDefinitionNames()).extracting(context::getType)
				.noneMatch((type) -> type.getName().startsWith("org.thymeleaf"));
		});
	}

	@Test
	void runOnTheReactiveStackShouldPublishTheEndpoint() {
		new ReactiveWebApplicationContextRunner().withConfiguration(AUTO_CONFIGURATIONS)
			.run((context) -> assertThat(context).hasSingleBean(UiEndpoint.class));
	}

	@Test
	void runWithoutAWebServerShouldBackOff() {
		new ApplicationContextRunner().withConfiguration(AUTO_CONFIGURATIONS)
			.run((context) -> assertThat(context).doesNotHaveBean(UiEndpoint.class));
	}

	@Test
	void runWhenTheManagementPortIsSwitchedOffShouldBackOff() {
		this.contextRunner.withPropertyValues("management.server.port=-1")
			.run((context) -> assertThat(context).doesNotHaveBean(UiEndpoint.class));
	}

	@Test
	void runWhenTheActuatorIsLeftOutShouldBackOff() {
		new WebApplicationContextRunner()
			.withConfiguration(
					AutoConfigurations.of(HeapwiseEndpointAutoConfiguration.class, UiAutoConfiguration.class))
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(UiEndpoint.class));
	}

	@Test
	void runWhenThymeleafIsLeftOutShouldBackOff() {
		this.contextRunner.withClassLoader(new FilteredClassLoader(TemplateEngine.class))
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(UiEndpoint.class));
	}

}
