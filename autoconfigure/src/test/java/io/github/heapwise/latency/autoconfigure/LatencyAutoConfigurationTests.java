package io.github.heapwise.latency.autoconfigure;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadPoolExecutor;

import io.github.heapwise.autoconfigure.StartWhenReady;
import io.github.heapwise.histogram.Distribution;
import io.github.heapwise.histogram.RequestHistogram;
import io.github.heapwise.jfr.SharedEventStream;
import io.github.heapwise.jvm.HeapUse;
import io.github.heapwise.latency.LatencyMeters;
import io.github.heapwise.latency.LatencyMonitor;
import io.github.heapwise.latency.PoolKind;
import io.github.heapwise.latency.WorkSource;
import io.github.heapwise.latency.WorkerLatency;
import io.github.heapwise.latency.endpoint.LatencyEndpoint;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.task.AsyncTaskExecutor;
import org.springframework.scheduling.concurrent.ConcurrentTaskExecutor;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

import static io.github.heapwise.test.ReadyContext.ownThreads;
import static io.github.heapwise.test.ReadyContext.publishReady;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link LatencyAutoConfiguration}.
 */
class LatencyAutoConfigurationTests {

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(LatencyAutoConfiguration.class))
		.withBean(SharedEventStream.class, () -> new SharedEventStream(64, null));

	private final WebApplicationContextRunner webContextRunner = new WebApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(LatencyAutoConfiguration.class))
		.withBean(SharedEventStream.class, () -> new SharedEventStream(64, null));

	@Test
	void runShouldHaveAMonitorThatHasNotStarted() {
		this.contextRunner.run((context) -> {
			assertThat(context).hasSingleBean(LatencyMonitor.class)
				.hasSingleBean(LatencyMeters.class)
				.hasSingleBean(HeapUse.class);
			assertThat(context.getBean(LatencyMonitor.class).read().stall().count()).isZero();
			assertThat(ownThreads()).isEmpty();
		});
	}

	@Test
	void runWhenDisabledShouldBackOff() {
		this.webContextRunner
			.withPropertyValues("heapwise.latency.enabled=false", "management.endpoints.web.exposure.include=*")
			.run((context) -> assertThat(context).doesNotHaveBean(LatencyMonitor.class)
				.doesNotHaveBean(LatencyMeters.class)
				.doesNotHaveBean(LatencyEndpoint.class)
				.doesNotHaveBean(WorkSource.class)
				.doesNotHaveBean(HeapUse.class)
				.doesNotHaveBean(StartWhenReady.class));
	}

	@Test
	void runWithoutAWebServerShouldHaveNoEndpoint() {
		this.contextRunner.withPropertyValues("management.endpoints.web.exposure.include=*")
			.run((context) -> assertThat(context).hasSingleBean(LatencyMonitor.class)
				.doesNotHaveBean(LatencyEndpoint.class));
	}

	@Test
	void runWithAWebServerShouldHaveTheEndpoint() {
		this.webContextRunner.withPropertyValues("management.endpoints.web.exposure.include=*")
			.run((context) -> assertThat(context).hasSingleBean(LatencyEndpoint.class));
	}

	@ParameterizedTest
	@CsvSource({ "io.micrometer, heapwiseLatencyMeters", "org.apache.catalina, heapwiseTomcatPools",
			"org.eclipse.jetty, heapwiseJettyPools", "io.netty, heapwiseNettyLoops" })
	void runWithoutALibraryShouldLeaveOutWhatNeedsIt(String missing, String bean) {
		this.webContextRunner.withClassLoader(new FilteredClassLoader(missing))
			.run((context) -> assertThat(context).hasNotFailed()
				.hasSingleBean(LatencyMonitor.class)
				.doesNotHaveBean(bean));
	}

	@Test
	void readyApplicationWithoutAWebServerIsMeasuredAndClosingItLeavesNothing() {
		this.contextRunner.withUserConfiguration(Pools.class).run((context) -> {
			publishReady(context);
			LatencyMonitor monitor = context.getBean(LatencyMonitor.class);
			Awaitility.await()
				.atMost(Duration.ofSeconds(30))
				.untilAsserted(() -> assertThat(monitor.rows(null).rows()).isNotEmpty());
			assertThat(ownThreads()).containsExactlyInAnyOrder("heapwise-stall", "heapwise-latency");
			assertThat(monitor.read().stall().count()).isPositive();
			assertThat(monitor.read().loops()).isEmpty();
			assertThat(monitor.read().requestsUnavailableReason()).isNotNull();
		});
		assertThat(ownThreads()).isEmpty();
	}

	@Test
	void eachPoolOfTheApplicationIsWatchedOnce() {
		this.contextRunner.withUserConfiguration(Pools.class).run((context) -> {
			publishReady(context);
			assertThat(workers(context)).extracting(WorkerLatency::name)
				.containsExactlyInAnyOrder("taskExecutor", "taskScheduler", "plain", "scheduled");
			assertThat(workers(context)).extracting(WorkerLatency::kind).containsOnly(PoolKind.EXECUTOR);
			assertThat(workers(context)).extracting(WorkerLatency::active).containsOnly(0);
		});
	}

	@Test
	void lazyPoolIsNotCreatedBecauseOfUs() {
		this.contextRunner.withUserConfiguration(LazyPool.class).run((context) -> {
			publishReady(context);
			assertThat(workers(context)).isEmpty();
			assertThat(context.getBeanFactory().containsSingleton("lazyPool")).isFalse();
		});
	}

	@Test
	void metersAreRecordedAsDelaysAreMeasured() {
		this.contextRunner.withBean(MeterRegistry.class, SimpleMeterRegistry::new).run((context) -> {
			MeterRegistry registry = context.getBean(MeterRegistry.class);
			context.getBean(LatencyMeters.class).bindTo(registry);
			publishReady(context);
			Awaitility.await()
				.atMost(Duration.ofSeconds(30))
				.untilAsserted(() -> assertThat(registry.get("heapwise.stall").timer().count()).isGreaterThan(3));
		});
	}

	@Test
	void requestsAreFoundWhereTheyAreSeen() {
		this.contextRunner.withBean(RequestHistogram.class, NoRequests::new).run((context) -> {
			publishReady(context);
			assertThat(context.getBean(LatencyMonitor.class).read().requestsUnavailableReason()).isEqualTo("off");
		});
	}

	@Test
	void defaultsAreThoseOfTheReadme() {
		this.contextRunner.run((context) -> assertThat(context.getBean(LatencyProperties.class)).isEqualTo(
				new LatencyProperties(true, Duration.ofMillis(10), Duration.ofMinutes(5), Duration.ofMinutes(15))));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
			interval=0ms | 'interval' must be between 1ms and 1s but was 'PT0S'
			interval=2s  | 'interval' must be between 1ms and 1s but was 'PT2S'
			window=29s   | 'window' must be between 30s and 1h but was 'PT29S'
			window=2h    | 'window' must be between 30s and 1h but was 'PT2H'
			history=0s   | 'history' must be between 1s and 2h but was 'PT0S'
			history=3h   | 'history' must be between 1s and 2h but was 'PT3H'
			""")
	void runWithAnInvalidPropertyShouldFail(String property, String message) {
		this.contextRunner.withPropertyValues("heapwise.latency." + property)
			.run((context) -> assertThat(context).getFailure().rootCause().hasMessage(message));
	}

	private static List<WorkerLatency> workers(AssertableApplicationContext context) {
		return context.getBean(LatencyMonitor.class).read().workers();
	}

	private static final class NoRequests implements RequestHistogram {

		@Override
		public Distribution window() {
			return Distribution.EMPTY;
		}

		@Override
		public Distribution turn() {
			return Distribution.EMPTY;
		}

		@Override
		public String unavailableReason() {
			return "off";
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Pools {

		@Bean
		ThreadPoolTaskExecutor taskExecutor() {
			return new ThreadPoolTaskExecutor();
		}

		@Bean
		ThreadPoolTaskScheduler taskScheduler() {
			return new ThreadPoolTaskScheduler();
		}

		@Bean(destroyMethod = "shutdown")
		ThreadPoolExecutor plain() {
			return (ThreadPoolExecutor) Executors.newFixedThreadPool(2);
		}

		@Bean
		AsyncTaskExecutor wrapped(ThreadPoolExecutor plain) {
			return new ConcurrentTaskExecutor(plain);
		}

		@Bean(destroyMethod = "shutdown")
		ScheduledExecutorService scheduled() {
			return Executors.newScheduledThreadPool(2);
		}

		@Bean
		Executor sameThread() {
			return Runnable::run;
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class LazyPool {

		@Bean(destroyMethod = "shutdown")
		@Lazy
		ThreadPoolExecutor lazyPool() {
			return (ThreadPoolExecutor) Executors.newFixedThreadPool(2);
		}

	}

}
