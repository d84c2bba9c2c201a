package io.github.heapwise.route.autoconfigure;

import io.github.heapwise.gc.autoconfigure.GcAutoConfiguration;
import io.github.heapwise.histogram.RequestHistogram;
import io.github.heapwise.jfr.autoconfigure.FlightRecorderAutoConfiguration;
import io.github.heapwise.route.RouteMeters;
import io.github.heapwise.route.RouteMonitor;
import io.github.heapwise.route.endpoint.RoutesEndpoint;
import io.github.heapwise.timeline.HandlerRoutes;
import io.github.heapwise.timeline.RequestNotes;
import io.github.heapwise.timeline.RouteTable;
import io.github.heapwise.timeline.RouteTotals;
import io.micrometer.observation.ObservationHandler;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.ReactiveWebApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;

import static io.github.heapwise.test.ReadyContext.ownThreads;
import static io.github.heapwise.test.ReadyContext.publishReady;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link RouteAutoConfiguration}.
 */
class RouteAutoConfigurationTests {

	private static final AutoConfigurations CONFIGURATIONS = AutoConfigurations.of(RouteAutoConfiguration.class);

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withConfiguration(CONFIGURATIONS);

	private final WebApplicationContextRunner webContextRunner = new WebApplicationContextRunner()
		.withConfiguration(CONFIGURATIONS);

	@Test
	void runWithoutAWebServerShouldSayWhyNoRequestIsSeen() {
		this.contextRunner.run((context) -> {
			assertThat(context).doesNotHaveBean(RoutesEndpoint.class).hasSingleBean(RouteMonitor.class);
			assertThat(context.getBean(RequestHistogram.class).unavailableReason()).contains("no web application");
		});
	}

	@Test
	void runWithAWebServerShouldOfferWhatOthersAskFor() {
		this.webContextRunner.run((context) -> {
			assertThat(context).hasSingleBean(RoutesEndpoint.class)
				.hasSingleBean(RouteTable.class)
				.hasSingleBean(RequestNotes.class)
				.hasSingleBean(RouteTotals.class)
				.hasSingleBean(RequestHistogram.class)
				.doesNotHaveBean(HandlerRoutes.class);
			assertThat(context.getBean(RequestHistogram.class).unavailableReason()).isNull();
		});
	}

	@Test
	void runWithWebFluxShouldKnowRoutesByTheirHandlers() {
		new ReactiveWebApplicationContextRunner().withConfiguration(CONFIGURATIONS)
			.run((context) -> assertThat(context).hasSingleBean(RoutesEndpoint.class)
				.hasSingleBean(HandlerRoutes.class));
	}

	@Test
	void runWhenDisabledShouldBackOff() {
		this.webContextRunner.withPropertyValues("heapwise.route.enabled=false")
			.run((context) -> assertThat(context).doesNotHaveBean(RouteMonitor.class)
				.doesNotHaveBean(RoutesEndpoint.class)
				.doesNotHaveBean(RequestNotes.class));
	}

	@Test
	void runShouldShowNoHandlerOfObservationsToTheHost() {
		this.webContextRunner.run((context) -> assertThat(context).doesNotHaveBean(ObservationHandler.class));
	}

	@Test
	void runWithoutMicrometerShouldHaveNoMeters() {
		this.contextRunner.withClassLoader(new FilteredClassLoader("io.micrometer"))
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(RouteMeters.class));
		this.webContextRunner.withClassLoader(new FilteredClassLoader("org.springframework.boot.micrometer"))
			.run((context) -> assertThat(context).hasNotFailed().hasSingleBean(RouteMonitor.class));
	}

	@Test
	void threadRunsFromWhenTheApplicationIsReadyUntilItIsClosed() {
		this.contextRunner
			.withConfiguration(AutoConfigurations.of(FlightRecorderAutoConfiguration.class, GcAutoConfiguration.class))
			.run((context) -> {
				assertThat(ownThreads()).doesNotContain("heapwise-routes");
				publishReady(context);
				assertThat(ownThreads()).contains("heapwise-routes");
			});
		Awaitility.await().untilAsserted(() -> assertThat(ownThreads()).doesNotContain("heapwise-routes"));
	}

	@ParameterizedTest
	@CsvSource({ "heapwise.route.window=9s, 'between 10s and 1h'", "heapwise.route.window=61m, 'between 10s and 1h'",
			"heapwise.route.max-routes=0, between 1 and 1000", "heapwise.route.max-routes=1001, between 1 and 1000" })
	void runWhenAPropertyIsOutOfRangeShouldSayWhatIsAllowed(String property, String allowed) {
		this.contextRunner.withPropertyValues(property)
			.run((context) -> assertThat(context).getFailure().rootCause().hasMessageContaining(allowed));
	}

}
