package io.github.heapwise.autoconfigure;

import java.time.Duration;
import java.util.List;

import io.github.heapwise.endpoint.HeapwiseEndpoint;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.actuate.autoconfigure.endpoint.EndpointAutoConfiguration;
import org.springframework.boot.actuate.autoconfigure.endpoint.web.WebEndpointAutoConfiguration;
import org.springframework.boot.actuate.endpoint.EndpointId;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.web.PathMappedEndpoints;
import org.springframework.boot.actuate.endpoint.web.PathMapper;
import org.springframework.boot.actuate.endpoint.web.annotation.WebEndpoint;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.test.context.assertj.AssertableWebApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.ContextConsumer;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link HeapwiseEndpointAutoConfiguration}.
 */
@ExtendWith(OutputCaptureExtension.class)
class HeapwiseEndpointAutoConfigurationTests {

	private static final AutoConfigurations AUTO_CONFIGURATIONS = AutoConfigurations.of(EndpointAutoConfiguration.class,
			WebEndpointAutoConfiguration.class, HeapwiseEndpointAutoConfiguration.class);

	private static final String INCLUDE_ALL = "management.endpoints.web.exposure.include=*";

	private final WebApplicationContextRunner contextRunner = new WebApplicationContextRunner()
		.withConfiguration(AUTO_CONFIGURATIONS)
		.withBean(FigureEndpoint.class)
		.withBean(ForeignEndpoint.class);

	@Test
	void ourEndpointsNestAndOthersDoNot() {
		this.contextRunner.withPropertyValues(INCLUDE_ALL)
			.run((context) -> assertThat(context.getBean(PathMappedEndpoints.class).getAllPaths())
				.containsExactlyInAnyOrder("/actuator/memory/diagnosis", "/actuator/orders"));
	}

	@Test
	void thePathOfTheUserWins() {
		this.contextRunner
			.withPropertyValues(INCLUDE_ALL, "management.endpoints.web.path-mapping.memorydiagnosis=doctor")
			.run((context) -> assertThat(path(context)).isEqualTo("/actuator/doctor"));
	}

	@Test
	void thePathMapperOfTheUserWins() {
		this.contextRunner.withPropertyValues(INCLUDE_ALL)
			.withUserConfiguration(DoctorConfiguration.class)
			.run((context) -> assertThat(path(context)).isEqualTo("/actuator/doctor"));
	}

	@Test
	void everyEndpointHasAPathOfItsOwn() {
		assertThat(HeapwiseEndpoint.values()).extracting(HeapwiseEndpoint::rootPath)
			.containsExactly("memory", "memory/history", "memory/gc", "memory/latency", "memory/routes",
					"memory/allocations", "memory/recordings", "memory/diagnosis", "memory/ui", "heapdumps");
	}

	@Test
	void runWithoutAWebServerShouldBackOff() {
		new ApplicationContextRunner().withConfiguration(AUTO_CONFIGURATIONS)
			.run((context) -> assertThat(context).doesNotHaveBean(HeapwiseEndpointAutoConfiguration.class));
	}

	@Test
	void runWhenTheManagementPortIsSwitchedOffShouldBackOff() {
		this.contextRunner.withPropertyValues("management.server.port=-1")
			.run((context) -> assertThat(context).doesNotHaveBean(HeapwiseEndpointAutoConfiguration.class));
	}

	@Test
	void runWhenTheHostLeftTheActuatorOutShouldBackOff() {
		new WebApplicationContextRunner()
			.withConfiguration(AutoConfigurations.of(HeapwiseEndpointAutoConfiguration.class))
			.run((context) -> assertThat(context).hasNotFailed()
				.doesNotHaveBean(HeapwiseEndpointAutoConfiguration.class));
	}

	@Test
	void readyWhenAnEndpointIsNotExposedShouldSayHowInOneLine(CapturedOutput output) {
		this.contextRunner.run(ready((context) -> assertThat(lines(output)).singleElement()
			.asString()
			.contains(" INFO ")
			.endsWith("Available but not exposed: 'memorydiagnosis'. Expose with 'heapwise.expose=reads'")));
	}

	@Test
	void readyWhenEverythingIsExposedShouldBeSilent(CapturedOutput output) {
		this.contextRunner.withPropertyValues(INCLUDE_ALL).run(ready((context) -> assertThat(lines(output)).isEmpty()));
	}

	@Test
	void readyWhenTheUserExcludesOrForbidsAnEndpointShouldBeSilent(CapturedOutput output) {
		this.contextRunner.withPropertyValues("management.endpoints.web.exposure.exclude=memorydiagnosis")
			.run(ready((context) -> assertThat(lines(output)).isEmpty()));
		this.contextRunner.withPropertyValues("management.endpoint.memorydiagnosis.access=NONE")
			.run(ready((context) -> assertThat(lines(output)).isEmpty()));
	}

	@Test
	void thePropertyLineIsTheExposureThatOpensWhatWasForgotten() {
		this.contextRunner.run((context) -> assertThat(propertyLine(context)).isEqualTo("heapwise.expose=reads"));
	}

	@Test
	void thePropertyLineOfAnExcludedEndpointIsTheRestOfTheList() {
		this.contextRunner.withPropertyValues("management.endpoints.web.exposure.exclude=memorydiagnosis,env")
			.run((context) -> assertThat(propertyLine(context))
				.isEqualTo("management.endpoints.web.exposure.exclude=env"));
	}

	@Test
	void thereIsNoPropertyLineWhenEverythingIsExposed() {
		this.contextRunner.withPropertyValues(INCLUDE_ALL).run((context) -> assertThat(propertyLine(context)).isNull());
	}

	@Test
	void theExposureAdvisedCoversHeapDumpsOnlyWhereNeeded() {
		assertThat(Exposure.covering(List.of(HeapwiseEndpoint.UI))).isEqualTo(Exposure.READS);
		assertThat(Exposure.covering(List.of(HeapwiseEndpoint.UI, HeapwiseEndpoint.HEAP_DUMPS)))
			.isEqualTo(Exposure.ALL);
	}

	private static ContextConsumer<AssertableWebApplicationContext> ready(
			ContextConsumer<AssertableWebApplicationContext> consumer) {
		return (context) -> {
			context.publishEvent(new ApplicationReadyEvent(new SpringApplication(), new String[0],
					(ConfigurableApplicationContext) context.getSourceApplicationContext(), Duration.ZERO));
			consumer.accept(context);
		};
	}

	private static List<String> lines(CapturedOutput output) {
		return output.getOut().lines().filter((line) -> line.contains("not exposed")).toList();
	}

	private static @Nullable String propertyLine(AssertableWebApplicationContext context) {
		return context.getBean(UnexposedEndpoints.class).propertyLine();
	}

	private static String path(AssertableWebApplicationContext context) {
		return String.valueOf(context.getBean(PathMappedEndpoints.class).getPath(EndpointId.of("memorydiagnosis")));
	}

	@WebEndpoint(id = "orders")
	static class ForeignEndpoint {

		@ReadOperation
		int orders() {
			return 1;
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class DoctorConfiguration {

		@Bean
		@Order(0)
		PathMapper doctorPathMapper() {
			return (id) -> id.toString().equals("memorydiagnosis") ? "doctor" : null;
		}

	}

}
