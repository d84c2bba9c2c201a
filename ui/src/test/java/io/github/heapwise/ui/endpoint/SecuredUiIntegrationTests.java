package io.github.heapwise.ui.endpoint;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

import io.github.heapwise.test.Answer;
import io.github.heapwise.test.RunningApplication;
import io.github.heapwise.test.Surroundings;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Integration tests of the pages in a host with Spring Security's defaults.
 */
class SecuredUiIntegrationTests {

	private static final String CREDENTIALS = "Basic "
			+ Base64.getEncoder().encodeToString("user:secret".getBytes(StandardCharsets.UTF_8));

	@ParameterizedTest
	@EnumSource(names = { "MVC", "MVC_MANAGEMENT_PORT", "MVC_CONTEXT_PATH", "WEBFLUX", "WEBFLUX_MANAGEMENT_PORT" })
	void strangersSeeNothingAndUsersEverything(Surroundings surroundings) {
		try (RunningApplication application = start(surroundings)) {
			for (String path : List.of("/memory/ui", "/memory/ui/allocations", "/memory/allocations")) {
				assertThat(application.actuator(path, "Accept", "application/json").status()).isEqualTo(401);
				assertThat(application.actuator(path, "Authorization", CREDENTIALS).status()).isEqualTo(200);
			}
			assertThat(application.actuator("/memory/ui", "Accept", "text/html").status()).isIn(302, 401);
		}
	}

	@ParameterizedTest
	@EnumSource(names = { "MVC", "MVC_MANAGEMENT_PORT", "WEBFLUX", "WEBFLUX_MANAGEMENT_PORT" })
	void ourHeadersStandBesideThoseOfTheHost(Surroundings surroundings) {
		try (RunningApplication application = start(surroundings)) {
			Answer page = application.actuator("/memory/ui", "Authorization", CREDENTIALS);
			assertThat(page.headers("Cache-Control")).containsExactly("no-store");
			assertThat(page.headers("X-Content-Type-Options")).containsExactly("nosniff");
			assertThat(page.headers("Content-Security-Policy")).hasSize(1);
			assertThat(page.headers("Referrer-Policy")).hasSize(1);
			Answer health = application.actuator("/health", "Authorization", CREDENTIALS);
			assertThat(health.headers("Content-Security-Policy")).isEmpty();
			assertThat(health.header("Cache-Control")).isNotEqualTo("no-store");
		}
	}

	@ParameterizedTest
	@EnumSource(names = { "MVC", "MVC_MANAGEMENT_PORT", "MVC_CONTEXT_PATH" })
	void pagesThatActBringTheTokenAgainstForgedRequests(Surroundings surroundings) {
		try (RunningApplication application = start(surroundings)) {
			Answer acting = application.actuator("/memory/ui/gc", "Authorization", CREDENTIALS);
			assertThat(acting.body()).contains("data-token-header=\"X-CSRF-TOKEN\"")
				.containsPattern("data-token=\"[^\"]{20,}\"");
			Answer reading = application.actuator("/memory/ui", "Authorization", CREDENTIALS);
			assertThat(reading.body()).doesNotContain("data-token");
			assertThat(reading.headers("Set-Cookie")).isEmpty();
		}
	}

	@ParameterizedTest
	@EnumSource(names = { "WEBFLUX", "WEBFLUX_MANAGEMENT_PORT" })
	void reactivePagesHaveNoToken(Surroundings surroundings) {
		try (RunningApplication application = start(surroundings)) {
			Answer acting = application.actuator("/memory/ui/gc", "Authorization", CREDENTIALS);
			assertThat(acting.body()).contains("Run a collection").doesNotContain("data-token");
		}
	}

	private static RunningApplication start(Surroundings surroundings) {
		return RunningApplication.startSecured(surroundings, HostApplication.class, "heapwise.expose=reads",
				"management.endpoint.memorygc.access=unrestricted", "spring.security.user.name=user",
				"spring.security.user.password=secret");
	}

}
