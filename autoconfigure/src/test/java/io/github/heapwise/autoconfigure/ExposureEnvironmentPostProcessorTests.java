package io.github.heapwise.autoconfigure;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * Tests for {@link ExposureEnvironmentPostProcessor}, run the way an application runs it.
 */
class ExposureEnvironmentPostProcessorTests {

	private static final String INCLUDE = "management.endpoints.web.exposure.include";

	private static final String[] READS = { "memory", "memoryhistory", "memorygc", "memorylatency", "memoryroutes",
			"memoryallocations", "memoryrecordings", "memorydiagnosis", "memoryui" };

	@Test
	void readsShouldJoinBootsDefault() {
		assertThat(included("--heapwise.expose=reads")).startsWith("health").contains(READS).hasSize(1 + READS.length);
	}

	@Test
	void readsShouldJoinTheListOfTheUser() {
		assertThat(included("--heapwise.expose=reads", "--" + INCLUDE + "=health,info")).startsWith("health", "info")
			.contains(READS)
			.hasSize(2 + READS.length);
	}

	@Test
	void readsShouldJoinAListWrittenLineByLine() {
		assertThat(included("--heapwise.expose=reads", "--" + INCLUDE + "[0]=info", "--" + INCLUDE + "[1]=memoryui"))
			.startsWith("info", "memoryui")
			.contains(READS)
			.doesNotHaveDuplicates();
	}

	@Test
	void readsShouldJoinAYamlListOfAProfile() {
		assertThat(included("--heapwise.expose=reads", "--spring.profiles.active=exposure-list"))
			.startsWith("info", "env")
			.contains(READS);
	}

	@Test
	void allShouldAddHeapDumps() {
		assertThat(included("--heapwise.expose=ALL")).contains(READS).contains("heapdumps");
	}

	@Test
	void theWildcardNeedsNothing() {
		assertThat(included("--heapwise.expose=all", "--" + INCLUDE + "=*")).containsExactly("*");
	}

	@ParameterizedTest
	@ValueSource(strings = { "--heapwise.expose=none", "--heapwise.expose=", "--spring.main.banner-mode=off" })
	void noneIsTheDefaultAndChangesNothing(String argument) {
		try (ConfigurableApplicationContext context = run(argument)) {
			assertThat(context.getEnvironment().getProperty(INCLUDE)).isNull();
			assertThat(context.getEnvironment()
				.getPropertySources()
				.contains(ExposureEnvironmentPostProcessor.PROPERTY_SOURCE)).isFalse();
		}
	}

	@Test
	void theExclusionOfTheUserStays() {
		try (ConfigurableApplicationContext context = run("--heapwise.expose=reads",
				"--management.endpoints.web.exposure.exclude=memoryui")) {
			assertThat(context.getEnvironment().getProperty("management.endpoints.web.exposure.exclude"))
				.isEqualTo("memoryui");
		}
	}

	@Test
	@ExtendWith(OutputCaptureExtension.class)
	void aWrongValueFailsTheStartAndNamesTheRightOnes(CapturedOutput output) {
		assertThatThrownBy(() -> run("--heapwise.expose=everything"))
			.hasMessageContaining("'heapwise.expose' must be one of none, reads, all but was 'everything'");
		assertThat(output).contains("APPLICATION FAILED TO START", "Set 'heapwise.expose' to one of none, reads, all.");
	}

	private static List<String> included(String... arguments) {
		try (ConfigurableApplicationContext context = run(arguments)) {
			return Binder.get(context.getEnvironment()).bind(INCLUDE, Bindable.listOf(String.class)).get();
		}
	}

	private static ConfigurableApplicationContext run(String... arguments) {
		SpringApplication application = new SpringApplication(Empty.class);
		application.setWebApplicationType(WebApplicationType.NONE);
		application.setDefaultProperties(Map.of("spring.main.banner-mode", "off"));
		return application.run(arguments);
	}

	@Configuration(proxyBeanMethods = false)
	static class Empty {

	}

}
