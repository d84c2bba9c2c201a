package io.github.heapwise.memory.autoconfigure;

import java.time.Clock;
import java.time.Duration;
import java.util.List;

import io.github.heapwise.autoconfigure.StartWhenReady;
import io.github.heapwise.jvm.HeapUse;
import io.github.heapwise.memory.MemoryHistory;
import io.github.heapwise.memory.MemoryMeters;
import io.github.heapwise.memory.MemoryMonitor;
import io.github.heapwise.memory.endpoint.MemoryEndpoint;
import io.github.heapwise.memory.endpoint.MemoryHistoryEndpoint;
import io.micrometer.core.instrument.MeterRegistry;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import static io.github.heapwise.test.ReadyContext.ownThreads;
import static io.github.heapwise.test.ReadyContext.publishReady;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link MemoryAutoConfiguration}.
 */
class MemoryAutoConfigurationTests {

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(MemoryAutoConfiguration.class));

	private final WebApplicationContextRunner webContextRunner = new WebApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(MemoryAutoConfiguration.class));

	@Test
	void runShouldHaveAMonitorThatHasNotStarted() {
		this.contextRunner.run((context) -> {
			assertThat(context).hasSingleBean(MemoryMonitor.class).hasSingleBean(MemoryHistory.class);
			assertThat(ownThreads()).isEmpty();
		});
	}

	@Test
	void runWhenDisabledShouldBackOff() {
		this.webContextRunner
			.withPropertyValues("heapwise.memory.enabled=false", "management.endpoints.web.exposure.include=*")
			.run((context) -> assertThat(context).doesNotHaveBean(MemoryMonitor.class)
				.doesNotHaveBean(MemoryHistory.class)
				.doesNotHaveBean(MemoryMeters.class)
				.doesNotHaveBean(MemoryEndpoint.class)
				.doesNotHaveBean(MemoryHistoryEndpoint.class)
				.doesNotHaveBean(HeapUse.class)
				.doesNotHaveBean(StartWhenReady.class));
	}

	@Test
	void runWithoutAWebServerShouldHaveNoEndpoint() {
		this.contextRunner.withPropertyValues("management.endpoints.web.exposure.include=*")
			.run((context) -> assertThat(context).hasSingleBean(MemoryMonitor.class)
				.hasSingleBean(MemoryMeters.class)
				.doesNotHaveBean(MemoryEndpoint.class)
				.doesNotHaveBean(MemoryHistoryEndpoint.class));
	}

	@Test
	void runWithAWebServerShouldHaveTheEndpoints() {
		this.webContextRunner.withPropertyValues("management.endpoints.web.exposure.include=*")
			.run((context) -> assertThat(context).hasSingleBean(MemoryEndpoint.class)
				.hasSingleBean(MemoryHistoryEndpoint.class));
	}

	@Test
	void runWithoutMicrometerShouldHaveNoMeters() {
		this.webContextRunner.withClassLoader(new FilteredClassLoader("io.micrometer"))
			.run((context) -> assertThat(context).hasNotFailed()
				.hasSingleBean(MemoryMonitor.class)
				.doesNotHaveBean("heapwiseMemoryMeters"));
	}

	@Test
	void runWhenTheUserHasBeansOfTheirOwnShouldUseThose() {
		this.contextRunner.withUserConfiguration(OwnBeans.class)
			.run((context) -> assertThat(context).hasSingleBean(MemoryMonitor.class)
				.hasBean("ownMonitor")
				.hasSingleBean(MemoryHistory.class)
				.hasBean("ownHistory")
				.hasSingleBean(MemoryMeters.class)
				.hasBean("ownMeters"));
	}

	@Test
	void metersDoNotNeedARegistry() {
		this.contextRunner.run((context) -> assertThat(context).hasSingleBean(MemoryMeters.class)
			.doesNotHaveBean(MeterRegistry.class));
	}

	@Test
	void readyApplicationIsSampledAndClosingItLeavesNothing() {
		this.contextRunner.withPropertyValues("heapwise.memory.interval=100ms").run((context) -> {
			publishReady(context);
			MemoryHistory history = context.getBean(MemoryHistory.class);
			Awaitility.await()
				.atMost(Duration.ofSeconds(30))
				.untilAsserted(() -> assertThat(history.since(null).rows()).isNotEmpty());
			assertThat(ownThreads()).containsExactly("heapwise-memory");
		});
		assertThat(ownThreads()).isEmpty();
	}

	@Test
	void heapThatAnyPartOfHeapwiseKeepsIsToldAsOverhead() {
		this.contextRunner.withPropertyValues("heapwise.memory.interval=100ms")
			.withBean("otherHeapUse", HeapUse.class, () -> () -> 1_000_000)
			.run((context) -> {
				publishReady(context);
				MemoryMonitor monitor = context.getBean(MemoryMonitor.class);
				long ring = context.getBean(MemoryHistory.class).heapBytes();
				Awaitility.await()
					.atMost(Duration.ofSeconds(30))
					.untilAsserted(() -> assertThat(monitor.read().overhead().heapBytes()).isEqualTo(1_000_000 + ring));
			});
	}

	@Test
	void defaultsAreThoseOfTheReadme() {
		this.contextRunner.run((context) -> assertThat(context.getBean(MemoryProperties.class))
			.isEqualTo(new MemoryProperties(true, Duration.ofSeconds(1), Duration.ofMinutes(15))));
	}

	@Test
	void propertiesAreBound() {
		this.contextRunner.withPropertyValues("heapwise.memory.interval=5s", "heapwise.memory.history=1h")
			.run((context) -> {
				assertThat(context.getBean(MemoryProperties.class))
					.isEqualTo(new MemoryProperties(true, Duration.ofSeconds(5), Duration.ofHours(1)));
				assertThat(context.getBean(MemoryHistory.class).interval()).isEqualTo(Duration.ofSeconds(5));
				assertThat(context.getBean(MemoryHistory.class).heapBytes()).isEqualTo(720 * 11 * 8);
			});
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
			interval=99ms | 'interval' must be between 100ms and 1h but was 'PT0.099S'
			interval=-1s  | 'interval' must be between 100ms and 1h but was 'PT-1S'
			interval=2h   | 'interval' must be between 100ms and 1h but was 'PT2H'
			history=0s    | 'history' must be at least as long as 'interval' and at most 10000 times that but was 'PT0S'
			history=3h    | 'history' must be at least as long as 'interval' and at most 10000 times that but was 'PT3H'
			""")
	void runWhenAPropertyIsInvalidShouldFailWithTheValueAndWhatIsAllowed(String property, String message) {
		this.contextRunner.withPropertyValues("heapwise.memory." + property)
			.run((context) -> assertThat(context).getFailure().rootCause().hasMessage(message));
	}

	@Configuration(proxyBeanMethods = false)
	static class OwnBeans {

		@Bean
		MemoryHistory ownHistory() {
			return new MemoryHistory(Duration.ofSeconds(1), Duration.ofSeconds(1));
		}

		@Bean
		MemoryMonitor ownMonitor(MemoryHistory history) {
			return new MemoryMonitor(history, List.of(), Clock.systemUTC(), (problem) -> {
			});
		}

		@Bean
		MemoryMeters ownMeters(MemoryMonitor monitor) {
			return new MemoryMeters(monitor);
		}

	}

}
