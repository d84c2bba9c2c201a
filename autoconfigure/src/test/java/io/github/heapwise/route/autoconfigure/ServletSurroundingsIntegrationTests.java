package io.github.heapwise.route.autoconfigure;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;

import io.github.heapwise.test.RunningApplication;
import io.github.heapwise.test.Surroundings;
import io.github.heapwise.timeline.RouteSamples;
import io.github.heapwise.timeline.RouteTable;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Integration tests for servers and clients that are not as usual.
 */
class ServletSurroundingsIntegrationTests {

	private static final int CUT_OFF = 5;

	private static final int PLAIN = 15;

	@ParameterizedTest
	@EnumSource(value = Surroundings.class, names = { "MVC_MANAGEMENT_PORT", "MVC_MANAGEMENT_PORT_AND_PATHS" })
	void requestsToTheManagementPortAreNotSeen(Surroundings surroundings) {
		try (RunningApplication application = RunningApplication.start(surroundings, ServletShop.class,
				"heapwise.expose=reads")) {
			application.actuator("/health");
			application.get("/light/1");
			Eventually.routes(application, (routes) -> assertThat(routes.names()).containsExactly("GET /light/{id}"));
		}
	}

	@ParameterizedTest
	@EnumSource(value = Surroundings.class, names = { "MVC_CONTEXT_PATH", "MVC_SERVLET_PATH", "MVC_NO_BASE_PATH" })
	void requestsToHeapwiseAreLeftOutWhereverItLies(Surroundings surroundings) {
		try (RunningApplication application = RunningApplication.start(surroundings, ServletShop.class,
				"heapwise.expose=reads")) {
			application.actuator("/memory");
			application.actuator("/memory/gc");
			application.get("/light/1");
			Eventually.routes(application, (routes) -> assertThat(routes.names()).containsExactly("GET /light/{id}"));
		}
	}

	@Test
	void requestCutOffByTheClientIsCountedAndSpoilsNothing() {
		try (RunningApplication application = startEndless()) {
			cutOff(application, "/endless");
			plain(application);
			Eventually.routes(application, (routes) -> {
				assertThat(routes.requests("GET /endless")).isEqualTo(CUT_OFF);
				assertPlain(routes);
			});
		}
	}

	// Tomcat takes some of these requests back before Spring has learned that the client
	// is gone; nobody ever ends their observation.
	@Test
	void streamCutOffByTheClientIsCountedIfMicrometerCountsItAndSpoilsNothing() {
		try (RunningApplication application = startEndless()) {
			cutOff(application, "/stream");
			plain(application);
			Eventually.routes(application, (routes) -> {
				assertThat(routes.requests()).isEqualTo(observed(application)).isGreaterThanOrEqualTo(PLAIN);
				assertPlain(routes);
			});
		}
	}

	private static RunningApplication startEndless() {
		return RunningApplication.start(Surroundings.MVC, Endless.class, "heapwise.expose=reads",
				"server.shutdown=immediate");
	}

	private static void cutOff(RunningApplication application, String path) {
		int port = application.context().getEnvironment().getRequiredProperty("local.server.port", Integer.class);
		for (int i = 0; i < CUT_OFF; i++) {
			try (Socket socket = new Socket("127.0.0.1", port)) {
				socket.getOutputStream()
					.write("GET %s HTTP/1.1\r\nHost: x\r\n\r\n".formatted(path).getBytes(StandardCharsets.US_ASCII));
				assertThat(socket.getInputStream().read()).isPositive();
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}
	}

	private static void plain(RunningApplication application) {
		for (int i = 0; i < PLAIN; i++) {
			application.get("/plain/1");
		}
	}

	private static void assertPlain(Routes routes) {
		assertThat(routes.requests("GET /plain/{id}")).isEqualTo(PLAIN);
		assertThat(routes.route("GET /plain/{id}").at("/allocated/p50Bytes").longValue()).isCloseTo(Ballast.BYTES,
				Percentage.withPercentage(1));
	}

	private static long observed(RunningApplication application) {
		return application.context()
			.getBean(MeterRegistry.class)
			.get("http.server.requests")
			.timers()
			.stream()
			.filter((timer) -> !String.valueOf(timer.getId().getTag("uri")).startsWith("/actuator/memory"))
			.mapToLong(Timer::count)
			.sum();
	}

	@Test
	@EnabledForJreRange(min = JRE.JAVA_21)
	void requestsOnVirtualThreadsAreEstimated() {
		try (RunningApplication application = RunningApplication.start(Surroundings.MVC, Sampled.class,
				"heapwise.expose=reads", "spring.threads.virtual.enabled=true")) {
			assertThat(Routes.of(application).mode()).isEqualTo("sampled");
			for (int i = 0; i < 3; i++) {
				application.get("/light/1");
				application.get("/callable");
			}
			Eventually.routes(application, (routes) -> {
				assertThat(routes.mode()).isEqualTo("sampled");
				assertThat(routes.requests("GET /callable")).isEqualTo(3);
				JsonNode light = routes.route("GET /light/{id}");
				assertThat(light.get("requests").longValue()).isEqualTo(3);
				assertThat(light.at("/allocated/meanBytes").doubleValue()).isEqualTo(1000);
				assertThat(light.has("cpuNanos")).isFalse();
			});
		}
	}

	@Configuration(proxyBeanMethods = false)
	@Import(ServletShop.class)
	static class Sampled {

		@Bean
		RouteSamples samples(RouteTable table) {
			return (from, to) -> Map.of(table.number("GET", "/light/{id}"), new RouteSamples.Estimate(3000, 100, 3));
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@Import({ ServletShop.Handlers.class, EndlessHandlers.class })
	static class Endless {

	}

	@RestController
	static class EndlessHandlers {

		@GetMapping("/endless")
		void endless(OutputStream out) throws IOException {
			writeUntilCutOff(out);
		}

		@GetMapping("/stream")
		StreamingResponseBody stream() {
			return EndlessHandlers::writeUntilCutOff;
		}

		private static void writeUntilCutOff(OutputStream out) throws IOException {
			byte[] chunk = new byte[100_000];
			while (true) {
				out.write(chunk);
				out.flush();
			}
		}

	}

}
