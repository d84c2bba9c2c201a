package io.github.heapwise.endpoint;

import io.github.heapwise.test.Answer;
import io.github.heapwise.test.RunningApplication;
import io.github.heapwise.test.Surroundings;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.util.StringUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Integration tests for {@link ForeignPages}.
 */
class ForeignPagesIntegrationTests {

	private static final String CORS = "management.endpoints.web.cors.allowed-origins=https://ops.example.com";

	@ParameterizedTest
	@EnumSource(names = { "MVC", "MVC_SERVLET_PATH", "MVC_MANAGEMENT_PORT", "WEBFLUX", "WEBFLUX_MANAGEMENT_PORT" })
	void aPageOfAnotherSiteTriggersNothing(Surroundings surroundings) {
		try (RunningApplication application = start(surroundings)) {
			Answer refused = trigger(application, "POST", "cross-site");
			assertThat(refused.status()).isEqualTo(403);
			assertThat(refused.header("Content-Type")).isEqualTo("application/json");
			assertThat(refused.header("X-Content-Type-Options")).isEqualTo("nosniff");
			assertThat(refused.body()).startsWith("{\"status\":403,\"message\":\"Pages of other sites may not trigger");
			assertThat(trigger(application, "DELETE", "cross-site").status()).isEqualTo(403);
			assertThat(trigger(application, "GET", "cross-site").status()).isEqualTo(200);
			for (String path : new String[] { "/memory/gc;x=1", "/memory;x=1/gc", "/memory/%67c", "/memory/gc?x=1" }) {
				assertThat(application.askActuator("POST", path, null, "Sec-Fetch-Site", "cross-site").status())
					.as(path)
					.isEqualTo(403);
			}
		}
	}

	@ParameterizedTest
	@EnumSource(names = { "MVC", "MVC_SERVLET_PATH", "MVC_MANAGEMENT_PORT", "WEBFLUX", "WEBFLUX_MANAGEMENT_PORT" })
	void whoIsNoPageOfAnotherSiteIsAnswered(Surroundings surroundings) {
		try (RunningApplication application = start(surroundings)) {
			for (String site : new String[] { "same-origin", "same-site", "none" }) {
				assertThat(trigger(application, "POST", site).status()).as(site).isEqualTo(200);
			}
			assertThat(application.postToActuator("/memory/gc").status()).isEqualTo(200);
			assertThat(application
				.askActuator("POST", "/loggers/x", "{}", "Sec-Fetch-Site", "cross-site", "Content-Type",
						"application/json")
				.status()).as("not ours").isNotEqualTo(403);
		}
	}

	@ParameterizedTest
	@EnumSource(names = { "MVC", "MVC_SERVLET_PATH", "MVC_MANAGEMENT_PORT", "WEBFLUX", "WEBFLUX_MANAGEMENT_PORT" })
	void sitesThatTheUserNamesMayTrigger(Surroundings surroundings) {
		try (RunningApplication application = start(surroundings, CORS,
				"management.endpoints.web.cors.allowed-methods=GET,POST")) {
			assertThat(application
				.askActuator("POST", "/memory/gc", null, "Sec-Fetch-Site", "cross-site", "Origin",
						"https://ops.example.com")
				.status()).isEqualTo(200);
			assertThat(application
				.askActuator("POST", "/memory/gc", null, "Sec-Fetch-Site", "cross-site", "Origin",
						"https://evil.example.com")
				.status()).isEqualTo(403);
		}
	}

	private static Answer trigger(RunningApplication application, String method, String site) {
		return application.askActuator(method, "/memory/gc", null, "Sec-Fetch-Site", site);
	}

	private static RunningApplication start(Surroundings surroundings, String... properties) {
		return RunningApplication.start(surroundings, HostApplication.class,
				StringUtils.concatenateStringArrays(
						new String[] { "management.endpoints.web.exposure.include=*",
								"management.endpoint.memorygc.access=unrestricted", "heapwise.gc.run-interval=0s" },
						properties));
	}

}
