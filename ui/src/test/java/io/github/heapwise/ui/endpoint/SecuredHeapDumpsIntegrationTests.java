package io.github.heapwise.ui.endpoint;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

import io.github.heapwise.test.Answer;
import io.github.heapwise.test.RunningApplication;
import io.github.heapwise.test.Surroundings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.CsrfConfigurer;
import org.springframework.security.web.SecurityFilterChain;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Integration tests of heap dumps in hosts with Spring Security. No dump is taken: the
 * longest pause permitted is shorter than any, so whoever is let through is told so.
 */
class SecuredHeapDumpsIntegrationTests {

	private static final String CREDENTIALS = "Basic "
			+ Base64.getEncoder().encodeToString("user:secret".getBytes(StandardCharsets.UTF_8));

	private static final int REFUSED_FOR_THE_PAUSE = 507;

	// Spring MVC renders the page of a 403 as a request of its own, and nobody is logged
	// in for that one.
	private static final List<Integer> REFUSED_FOR_THE_TOKEN = List.of(401, 403);

	@ParameterizedTest
	@MethodSource("io.github.heapwise.test.Surroundings#stacks")
	void withSpringSecuritysDefaultsUsersReadAndNobodyTriggers(Surroundings surroundings) {
		try (RunningApplication application = start(surroundings, HostApplication.class)) {
			assertThat(application.actuator("/heapdumps").status()).isEqualTo(401);
			assertThat(application.actuator("/heapdumps/x/file?raw=true").status()).isEqualTo(401);
			assertThat(application.actuator("/heapdumps", "Authorization", CREDENTIALS).status()).isEqualTo(200);
			assertThat(ask(application, "POST", "/heapdumps").status()).isIn(REFUSED_FOR_THE_TOKEN);
			assertThat(ask(application, "DELETE", "/heapdumps/x").status()).isIn(REFUSED_FOR_THE_TOKEN);
		}
	}

	@Test
	void theTokenOfTheCookieLetsThePageTrigger() {
		try (RunningApplication application = start(Surroundings.MVC, CookieHost.class)) {
			Answer list = application.actuator("/heapdumps", "Authorization", CREDENTIALS);
			String cookie = String.valueOf(list.header("Set-Cookie")).split(";")[0];
			assertThat(cookie).startsWith("XSRF-TOKEN=");
			String[] token = { "Cookie", cookie, "X-XSRF-TOKEN", cookie.split("=", 2)[1] };
			assertThat(ask(application, "POST", "/heapdumps", token).status()).isEqualTo(REFUSED_FOR_THE_PAUSE);
			assertThat(ask(application, "DELETE", "/heapdumps/x", token).body()).contains("No heap dump 'x'");
			assertThat(ask(application, "POST", "/heapdumps").status()).isIn(REFUSED_FOR_THE_TOKEN);
		}
	}

	private static Answer ask(RunningApplication application, String method, String path, String... headers) {
		String[] all = new String[headers.length + 2];
		System.arraycopy(headers, 0, all, 0, headers.length);
		all[headers.length] = "Authorization";
		all[headers.length + 1] = CREDENTIALS;
		return application.askActuator(method, path, null, all);
	}

	private static RunningApplication start(Surroundings surroundings, Class<?> host) {
		return RunningApplication.startSecured(surroundings, host, "heapwise.expose=all",
				"management.endpoint.heapdumps.access=unrestricted", "heapwise.heapdump.max-pause=1ms",
				"spring.security.user.name=user", "spring.security.user.password=secret");
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class CookieHost {

		@Bean
		SecurityFilterChain chain(HttpSecurity http) {
			return http.authorizeHttpRequests((requests) -> requests.anyRequest().authenticated())
				.httpBasic(Customizer.withDefaults())
				.csrf(CsrfConfigurer::spa)
				.build();
		}

	}

}
