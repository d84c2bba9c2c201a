package io.github.heapwise.allocation.autoconfigure;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.heapwise.allocation.AllocationProfiler;
import io.github.heapwise.allocation.AllocationSettings;
import io.github.heapwise.allocation.RouteSources;
import io.github.heapwise.allocation.RecorderStatus;
import io.github.heapwise.allocation.endpoint.AllocationsEndpoint;
import io.github.heapwise.autoconfigure.StartWhenReady;
import io.github.heapwise.jfr.SharedEventStream;
import io.github.heapwise.jfr.autoconfigure.FlightRecorderAutoConfiguration;
import io.github.heapwise.timeline.HandlerRoutes;
import io.github.heapwise.timeline.RouteSamples;
import io.github.heapwise.timeline.RouteTable;
import io.github.heapwise.timeline.RouteTotals;
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
import org.springframework.test.util.ReflectionTestUtils;
import org.springframework.util.unit.DataSize;

import static io.github.heapwise.test.ReadyContext.ownThreads;
import static io.github.heapwise.test.ReadyContext.publishReady;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link AllocationAutoConfiguration}.
 */
class AllocationAutoConfigurationTests {

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner().withConfiguration(
			AutoConfigurations.of(FlightRecorderAutoConfiguration.class, AllocationAutoConfiguration.class));

	private final WebApplicationContextRunner webContextRunner = new WebApplicationContextRunner().withConfiguration(
			AutoConfigurations.of(FlightRecorderAutoConfiguration.class, AllocationAutoConfiguration.class));

	@Test
	void runShouldHaveAProfilerThatHasNotStarted() {
		this.contextRunner.run((context) -> {
			assertThat(context).hasSingleBean(AllocationProfiler.class);
			assertThat(context.getBean(AllocationProfiler.class).status().state())
				.isEqualTo(RecorderStatus.State.STARTING);
			assertThat(ownThreads()).isEmpty();
		});
	}

	@Test
	void runWhenDisabledShouldBackOff() {
		this.contextRunner.withPropertyValues("heapwise.allocation.enabled=false")
			.run((context) -> assertThat(context).doesNotHaveBean(AllocationProfiler.class)
				.doesNotHaveBean(AllocationsEndpoint.class)
				.doesNotHaveBean(StartWhenReady.class));
	}

	@Test
	void runWithoutAWebServerShouldHaveNoEndpoint() {
		this.contextRunner.withPropertyValues("management.endpoints.web.exposure.include=*")
			.run((context) -> assertThat(context).hasSingleBean(AllocationProfiler.class)
				.doesNotHaveBean(AllocationsEndpoint.class));
	}

	@Test
	void runWithAWebServerShouldHaveTheEndpoint() {
		this.webContextRunner.withPropertyValues("management.endpoints.web.exposure.include=*")
			.run((context) -> assertThat(context).hasSingleBean(AllocationsEndpoint.class));
	}

	@Test
	void runWhenTheUserHasAProfilerShouldUseThat() {
		this.contextRunner.withUserConfiguration(OwnProfiler.class)
			.run((context) -> assertThat(context).hasSingleBean(AllocationProfiler.class).hasBean("ownProfiler"));
	}

	@Test
	void readyApplicationStartsRecordingAndClosingItLeavesNothing() {
		this.contextRunner.run((context) -> {
			publishReady(context);
			AllocationProfiler profiler = context.getBean(AllocationProfiler.class);
			Awaitility.await()
				.atMost(Duration.ofSeconds(30))
				.untilAsserted(() -> assertThat(profiler.status().state()).isEqualTo(RecorderStatus.State.RECORDING));
			assertThat(ownThreads()).isNotEmpty();
		});
		Awaitility.await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> assertThat(ownThreads()).isEmpty());
	}

	@Test
	void runShouldTellWhatRoutesAllocated() {
		this.contextRunner.run((context) -> {
			RouteSamples samples = context.getBean(RouteSamples.class);
			assertThat(samples.during(Instant.EPOCH, Instant.now())).isEmpty();
		});
	}

	@Test
	void runWhenTheUserHasRouteSamplesShouldUseThose() {
		RouteSamples own = (from, to) -> Map.of();
		this.contextRunner.withBean(RouteSamples.class, () -> own)
			.run((context) -> assertThat(context.getBean(RouteSamples.class)).isSameAs(own));
	}

	@Test
	void routesMayBeKnownByBeansThatNeedTheProfilerThemselves() {
		this.contextRunner.withUserConfiguration(LateRouteBeans.class).run((context) -> {
			assertThat(context).hasNotFailed();
			publishReady(context);
			AtomicInteger asked = context.getBean(AtomicInteger.class);
			Awaitility.await()
				.atMost(Duration.ofSeconds(30))
				.untilAsserted(() -> assertThat(asked.get()).isGreaterThan(1));
		});
	}

	@Test
	void defaultsAreThoseOfTheReadme() {
		this.contextRunner.run((context) -> assertThat(context.getBean(AllocationProperties.class))
			.isEqualTo(new AllocationProperties(true, Duration.ofSeconds(10), Duration.ofHours(1),
					DataSize.ofMegabytes(16), 200_000, 0.01, List.of())));
	}

	@Test
	void propertiesAreBound() {
		this.contextRunner
			.withPropertyValues("heapwise.allocation.window=30s", "heapwise.allocation.retention=2h",
					"heapwise.allocation.max-memory=4MB", "heapwise.allocation.max-nodes=5000",
					"heapwise.allocation.cpu-budget=0.05", "heapwise.allocation.base-packages=com.acme,org.shop")
			.run((context) -> {
				assertThat(context.getBean(AllocationProperties.class))
					.isEqualTo(new AllocationProperties(true, Duration.ofSeconds(30), Duration.ofHours(2),
							DataSize.ofMegabytes(4), 5000, 0.05, List.of("com.acme", "org.shop")));
				assertThat(context.getBean(AllocationProfiler.class).retention()).isEqualTo(Duration.ofHours(2));
			});
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
			window=500ms        | 'window' must be at least 1s but was 'PT0.5S'
			window=-10s         | 'window' must be at least 1s but was 'PT-10S'
			retention=5s        | 'retention' must be at least as long as 'window' and at most 30d but was 'PT5S'
			retention=31d       | 'retention' must be at least as long as 'window' and at most 30d but was 'PT744H'
			max-memory=0        | 'max-memory' must be between 1MB and 1GB but was '0B'
			max-memory=2GB      | 'max-memory' must be between 1MB and 1GB but was '2147483648B'
			max-nodes=999       | 'max-nodes' must be between 1000 and 10000000 but was '999'
			max-nodes=2147483647 | 'max-nodes' must be between 1000 and 10000000 but was '2147483647'
			cpu-budget=0        | 'cpu-budget' must be above 0 and at most 1 but was '0.0'
			cpu-budget=1.5      | 'cpu-budget' must be above 0 and at most 1 but was '1.5'
			cpu-budget=NaN      | 'cpu-budget' must be above 0 and at most 1 but was 'NaN'
			""")
	void runWhenAPropertyIsInvalidShouldFailWithTheValueAndWhatIsAllowed(String property, String quotedMessage) {
		this.contextRunner.withPropertyValues("heapwise.allocation." + property)
			.run((context) -> assertThat(context).getFailure().rootCause().hasMessage(quotedMessage));
	}

	@Test
	void runWhenJfrIsMissingShouldDegradeToASentence() {
		try (WithoutJfr classLoader = new WithoutJfr()) {
			new ApplicationContextRunner().withClassLoader(classLoader)
				.withUserConfiguration(classLoader.load(FlightRecorderAutoConfiguration.class),
						classLoader.load(AllocationAutoConfiguration.class))
				.run((context) -> {
					assertThat(context).hasNotFailed();
					publishReady(context);
					Object profiler = context.getBean("heapwiseAllocationProfiler");
					Awaitility.await()
						.atMost(Duration.ofSeconds(30))
						.untilAsserted(() -> assertThat(ReflectionTestUtils.<Object>invokeMethod(profiler, "status"))
							.asString()
							.contains("state=UNAVAILABLE", "reason=Allocations cannot be recorded: this JVM has no"
									+ " Flight Recorder (module 'jdk.jfr')"));
				});
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Configuration(proxyBeanMethods = false)
	static class OwnProfiler {

		@Bean
		AllocationProfiler ownProfiler() {
			return new AllocationProfiler(
					new AllocationSettings(Duration.ofSeconds(10), Duration.ofHours(1), 1, 1000, 0.01, (name) -> false,
							(name) -> false, RouteSources.none()),
					new SharedEventStream(64, null), Clock.systemUTC(), (reason) -> {
					});
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class LateRouteBeans {

		@Bean
		AtomicInteger asked() {
			return new AtomicInteger();
		}

		@Bean
		RouteTotals totals(AllocationProfiler profiler, AtomicInteger asked) {
			return (visitor) -> asked.incrementAndGet();
		}

		@Bean
		HandlerRoutes handlers(RouteSamples samples) {
			return (className, method) -> RouteTable.NONE;
		}

	}

	/**
	 * Hides JFR also from our own classes, which it loads itself: they would otherwise be
	 * linked by a loader that sees everything.
	 */
	static final class WithoutJfr extends FilteredClassLoader {

		WithoutJfr() {
			super("jdk.jfr");
		}

		Class<?> load(Class<?> type) {
			try {
				return loadClass(type.getName());
			}
			catch (ClassNotFoundException ex) {
				throw new IllegalStateException(ex);
			}
		}

		@Override
		protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
			synchronized (getClassLoadingLock(name)) {
				Class<?> loaded = findLoadedClass(name);
				if (loaded != null) {
					return loaded;
				}
				return name.startsWith("io.github.heapwise.") ? define(name) : super.loadClass(name, resolve);
			}
		}

		private Class<?> define(String name) throws ClassNotFoundException {
			try (InputStream in = getResourceAsStream(name.replace('.', '/') + ".class")) {
				if (in == null) {
					throw new ClassNotFoundException(name);
				}
				byte[] bytes = in.readAllBytes();
				return defineClass(name, bytes, 0, bytes.length);
			}
			catch (IOException ex) {
				throw new ClassNotFoundException(name, ex);
			}
		}

	}

}
