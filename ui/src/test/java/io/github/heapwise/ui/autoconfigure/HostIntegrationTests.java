package io.github.heapwise.ui.autoconfigure;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import io.github.heapwise.test.RunningApplication;
import io.github.heapwise.test.Surroundings;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.templateresolver.ITemplateResolver;
import tools.jackson.databind.ObjectMapper;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.web.filter.CharacterEncodingFilter;
import org.springframework.web.filter.FormContentFilter;
import org.springframework.web.filter.RequestContextFilter;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.ViewResolver;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Integration tests of what a host notices of us.
 */
@ExtendWith(OutputCaptureExtension.class)
class HostIntegrationTests {

	private static final String STACKS = "io.github.heapwise.test.Surroundings#stacks";

	private static final Pattern LOG_LINE = Pattern.compile("(?:INFO|WARN|ERROR) .* (\\S+)\\s+: ");

	// What conditions of Boot look for, and what changes how a host answers.
	private static final List<Class<?>> TYPES_OF_THE_HOST = List.of(ViewResolver.class,
			org.springframework.web.reactive.result.view.ViewResolver.class, ITemplateEngine.class,
			ITemplateResolver.class, HandlerMapping.class, org.springframework.web.reactive.HandlerMapping.class,
			HttpMessageConverter.class, ObjectMapper.class, java.util.concurrent.Executor.class, java.time.Clock.class,
			RequestContextFilter.class, FormContentFilter.class, CharacterEncodingFilter.class);

	@ParameterizedTest
	@MethodSource(STACKS)
	void theHostKeepsExactlyTheBeansItHad(Surroundings surroundings) {
		try (RunningApplication with = RunningApplication.start(surroundings, Host.class);
				RunningApplication without = RunningApplication.startWithoutHeapwise(surroundings, Host.class)) {
			assertThat(beansOfTheHost(with.context())).isEqualTo(beansOfTheHost(without.context()));
			assertThat(beans(with.context(), true)).isNotEmpty()
				.allSatisfy((name) -> assertThat(TYPES_OF_THE_HOST)
					.noneMatch((type) -> type.isAssignableFrom(with.context().getType(name))));
		}
	}

	@ParameterizedTest
	@MethodSource(STACKS)
	void theLogOfTheHostGainsOneLine(Surroundings surroundings, CapturedOutput output) {
		RunningApplication.startWithoutHeapwise(surroundings, Host.class).close();
		List<String> without = loggers(output.getOut());
		RunningApplication.start(surroundings, Host.class).close();
		List<String> both = loggers(output.getOut());
		List<String> gained = both.subList(without.size(), both.size());
		assertThat(gained).filteredOn((logger) -> logger.endsWith("UnexposedEndpointsLogger")).hasSize(1);
		assertThat(without).isNotEmpty();
		assertThat(gained).filteredOn((logger) -> !logger.endsWith("UnexposedEndpointsLogger")).isEqualTo(without);
	}

	@ParameterizedTest
	@MethodSource(STACKS)
	void withTheManagementPortSwitchedOffThereIsNothingToReach(Surroundings surroundings) {
		try (RunningApplication application = RunningApplication.start(surroundings, Host.class,
				"management.server.port=-1", "heapwise.expose=all")) {
			assertThat(application.get("/actuator/memory/ui").status()).isEqualTo(404);
			assertThat(application.context().containsBean("heapwiseUiEndpoint")).isFalse();
			assertThat(application.context().containsBean("heapwiseResponseHeadersFilter")).isFalse();
		}
	}

	private static Set<String> beansOfTheHost(ApplicationContext context) {
		return beans(context, false);
	}

	private static Set<String> beans(ApplicationContext context, boolean ours) {
		return Arrays.stream(context.getBeanDefinitionNames())
			.filter((name) -> (name.startsWith("heapwise") || name.contains("io.github.heapwise")) == ours)
			.filter((name) -> !name.contains(HostIntegrationTests.class.getSimpleName()))
			.collect(Collectors.toSet());
	}

	private static List<String> loggers(String output) {
		return LOG_LINE.matcher(output).results().map((match) -> match.group(1)).toList();
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Host {

	}

}
