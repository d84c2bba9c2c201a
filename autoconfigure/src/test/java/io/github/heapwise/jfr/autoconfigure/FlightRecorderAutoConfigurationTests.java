package io.github.heapwise.jfr.autoconfigure;

import java.nio.file.Path;

import io.github.heapwise.jfr.SharedEventStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link FlightRecorderAutoConfiguration}.
 */
class FlightRecorderAutoConfigurationTests {

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(FlightRecorderAutoConfiguration.class));

	@Test
	void runShouldHaveAStream() {
		this.contextRunner.run((context) -> assertThat(context).hasSingleBean(SharedEventStream.class));
	}

	@Test
	void runWhenTheUserHasAStreamShouldUseThat() {
		this.contextRunner.withBean("ownStream", SharedEventStream.class, () -> new SharedEventStream(64, null))
			.run((context) -> assertThat(context).hasSingleBean(SharedEventStream.class).hasBean("ownStream"));
	}

	@Test
	void propertiesAreBound() {
		this.contextRunner.withPropertyValues("heapwise.jfr.max-stack-depth=256", "heapwise.jfr.repository=/var/jfr")
			.run((context) -> assertThat(context.getBean(FlightRecorderProperties.class))
				.isEqualTo(new FlightRecorderProperties(256, Path.of("/var/jfr"))));
	}

	@Test
	void defaultsAreThoseOfTheReadme() {
		this.contextRunner.run((context) -> assertThat(context.getBean(FlightRecorderProperties.class))
			.isEqualTo(new FlightRecorderProperties(128, null)));
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, 2049 })
	void runWhenTheDepthIsInvalidShouldFailWithTheValueAndWhatIsAllowed(int depth) {
		this.contextRunner.withPropertyValues("heapwise.jfr.max-stack-depth=" + depth)
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.hasMessage("'max-stack-depth' must be between 1 and 2048 but was '%d'".formatted(depth)));
	}

}
