package io.github.heapwise.gc.autoconfigure;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import io.github.heapwise.gc.CollectionRunner;
import io.github.heapwise.gc.GcEvent;
import io.github.heapwise.gc.GcListener;
import io.github.heapwise.gc.GcMeters;
import io.github.heapwise.gc.GcMonitor;
import io.github.heapwise.gc.endpoint.GcEndpoint;
import io.github.heapwise.jfr.autoconfigure.FlightRecorderAutoConfiguration;
import io.github.heapwise.jvm.SurvivorReports;
import io.github.heapwise.jvm.Survivors;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.event.EventListener;

import static io.github.heapwise.test.ReadyContext.ownThreads;
import static io.github.heapwise.test.ReadyContext.publishReady;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link GcAutoConfiguration}.
 */
@ExtendWith(OutputCaptureExtension.class)
class GcAutoConfigurationTests {

	private static final AutoConfigurations CONFIGURATIONS = AutoConfigurations
		.of(FlightRecorderAutoConfiguration.class, GcAutoConfiguration.class);

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withConfiguration(CONFIGURATIONS);

	@Test
	void runShouldWatchFromTheBeginning() {
		this.contextRunner.run((context) -> {
			System.gc();
			await(() -> assertThat(context.getBean(GcMonitor.class).events(null).events())
				.anyMatch((event) -> event.cause().equals("System.gc()") && !event.exact()));
		});
		await(() -> assertThat(ownThreads()).isEmpty());
	}

	@Test
	void runWhenDisabledShouldBackOff() {
		this.contextRunner.withPropertyValues("heapwise.gc.enabled=false")
			.run((context) -> assertThat(context).doesNotHaveBean(GcMonitor.class)
				.doesNotHaveBean(CollectionRunner.class)
				.doesNotHaveBean(GcListener.class));
	}

	@Test
	void runWithoutAWebServerShouldHaveNoEndpoint() {
		this.contextRunner
			.run((context) -> assertThat(context).hasSingleBean(GcMonitor.class).doesNotHaveBean(GcEndpoint.class));
	}

	@Test
	void runWithAWebServerShouldHaveTheEndpoint() {
		new WebApplicationContextRunner().withConfiguration(CONFIGURATIONS)
			.run((context) -> assertThat(context).hasSingleBean(GcEndpoint.class));
	}

	@Test
	void runWithoutMicrometerShouldHaveNoMeters() {
		this.contextRunner.withClassLoader(new FilteredClassLoader("io.micrometer"))
			.run((context) -> assertThat(context).hasSingleBean(GcMonitor.class).doesNotHaveBean(GcMeters.class));
	}

	@Test
	void metersAreThoseOfTheContractAndShadowNone() {
		this.contextRunner.run((context) -> {
			SimpleMeterRegistry registry = new SimpleMeterRegistry();
			context.getBean(GcMeters.class).bindTo(registry);
			assertThat(registry.getMeters()).extracting(Meter::getId)
				.extracting(Meter.Id::getName)
				.containsExactlyInAnyOrder("heapwise.gc.pause.ratio", "heapwise.gc.live", "heapwise.gc.live.trend");
			System.gc();
			await(() -> assertThat(registry.get("heapwise.gc.live").gauge().value()).isPositive());
			assertThat(registry.get("heapwise.gc.pause.ratio").gauge().value()).isBetween(0.0, 1.0);
		});
	}

	@Test
	void listenersOfTheUserAreToldAndEventListenersOnceTheApplicationIsReady() {
		List<GcEvent> told = new CopyOnWriteArrayList<>();
		this.contextRunner.withBean("listener", GcListener.class, () -> told::add)
			.withBean(Published.class, Published::new)
			.run((context) -> {
				System.gc();
				await(() -> assertThat(told).isNotEmpty());
				assertThat(context.getBean(Published.class).events).isEmpty();
				publishReady(context);
				await(() -> {
					System.gc();
					assertThat(context.getBean(Published.class).events).isNotEmpty();
				});
			});
	}

	@Test
	void readyApplicationReportsWhatCollectionsLeave() {
		List<Survivors> reported = new CopyOnWriteArrayList<>();
		this.contextRunner.run((context) -> {
			context.getBean(SurvivorReports.class).add(reported::add);
			publishReady(context);
			System.gc();
			await(() -> assertThat(reported).isNotEmpty());
			assertThat(reported.get(0).heapBytes()).isBetween(1L, Runtime.getRuntime().maxMemory());
			assertThat(reported.get(0).oldBytes()).isBetween(1L, reported.get(0).oldMaxBytes());
		});
	}

	@Test
	void readyApplicationGetsExactDurationsAndClosingItLeavesNothing() {
		this.contextRunner.run((context) -> {
			publishReady(context);
			GcMonitor monitor = context.getBean(GcMonitor.class);
			await(() -> assertThat(monitor.inexactReason()).isNull());
			System.gc();
			await(() -> assertThat(monitor.events(null).events()).anyMatch(GcEvent::exact));
		});
		await(() -> assertThat(ownThreads()).isEmpty());
	}

	@Test
	void traceIsLoggedOnlyIfAskedFor(CapturedOutput output) {
		List<GcEvent> told = new CopyOnWriteArrayList<>();
		this.contextRunner.withBean("listener", GcListener.class, () -> told::add).run((context) -> {
			System.gc();
			await(() -> assertThat(told).isNotEmpty());
			assertThat(output).doesNotContain("% of last minute");
		});
		this.contextRunner.withPropertyValues("heapwise.gc.trace=true").run((context) -> {
			System.gc();
			await(() -> assertThat(output).contains("% of last minute) System.gc()"));
		});
	}

	@Test
	void traceCanBeSwitchedOnByTheLevelOfTheLogger(CapturedOutput output) {
		LoggingSystem logging = LoggingSystem.get(getClass().getClassLoader());
		this.contextRunner.run((context) -> {
			logging.setLogLevel(GcTraceLogger.NAME, LogLevel.DEBUG);
			System.gc();
			await(() -> assertThat(output).contains("% of last minute) System.gc()"));
		});
		logging.setLogLevel(GcTraceLogger.NAME, null);
	}

	@Test
	void defaultsAreThoseOfTheReadme() {
		this.contextRunner.run((context) -> assertThat(context.getBean(GcProperties.class))
			.isEqualTo(new GcProperties(true, 1000, Duration.ofMinutes(5), false, Duration.ofSeconds(30))));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
			events=9          | 'events' must be between 10 and 100000 but was '9'
			events=100001     | 'events' must be between 10 and 100000 but was '100001'
			window=0s         | 'window' must be between 1s and 1d but was 'PT0S'
			window=25h        | 'window' must be between 1s and 1d but was 'PT25H'
			run-interval=-1s  | 'run-interval' must be between 0s and 1d but was 'PT-1S'
			""")
	void runWhenAPropertyIsInvalidShouldFailWithTheValueAndWhatIsAllowed(String property, String message) {
		this.contextRunner.withPropertyValues("heapwise.gc." + property)
			.run((context) -> assertThat(context).getFailure().rootCause().hasMessage(message));
	}

	private static void await(org.awaitility.core.ThrowingRunnable assertion) {
		Awaitility.await().atMost(Duration.ofSeconds(30)).untilAsserted(assertion);
	}

	static class Published {

		private final List<GcEvent> events = new CopyOnWriteArrayList<>();

		@EventListener
		void collected(GcEvent event) {
			this.events.add(event);
		}

	}

}
