package io.github.heapwise.autoconfigure;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link StartWhenReady}.
 */
@ExtendWith(OutputCaptureExtension.class)
class StartWhenReadyTests {

	@Test
	void applicationStartsWhereRecordingCannot(CapturedOutput output) {
		try (ConfigurableApplicationContext context = new SpringApplicationBuilder(Failing.class)
			.web(WebApplicationType.NONE)
			.run()) {
			assertThat(context.isActive()).isTrue();
			context.getBean(StartWhenReady.class)
				.onApplicationEvent(
						new ApplicationReadyEvent(new SpringApplication(), new String[0], context, Duration.ZERO));
			assertThat(output).containsOnlyOnce("Nothing is recorded for 'memory/gc', which could not be started:"
					+ " java.lang.NoClassDefFoundError: jdk/jfr/Event");
		}
	}

	@Configuration(proxyBeanMethods = false)
	static class Failing {

		@Bean
		StartWhenReady starter() {
			return new StartWhenReady("memory/gc", () -> {
				throw new NoClassDefFoundError("jdk/jfr/Event");
			});
		}

	}

}
