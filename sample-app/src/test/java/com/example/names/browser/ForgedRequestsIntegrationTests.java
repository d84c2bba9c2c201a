package com.example.names.browser;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;

import com.microsoft.playwright.Browser.NewContextOptions;
import io.github.heapwise.ui.test.Chromium;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.CsrfConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * The buttons of the pages in spite of Spring Security's protection against forged
 * requests, in the ways it is set up.
 */
@PageTest
class ForgedRequestsIntegrationTests {

	private static final String SOURCES = "spring.main.sources=com.example.names.browser.QuickPasswords";

	private static final String CREDENTIALS = "Basic "
			+ Base64.getEncoder().encodeToString("user:secret".getBytes(StandardCharsets.UTF_8));

	@TempDir
	private Path directory;

	@Test
	void byDefaultThePageBringsTheTokenOfTheSession(Chromium chromium) {
		assertThat(troubles(chromium, SOURCES)).isEmpty();
	}

	@Test
	void aCookieForPagesOfOneIsRead(Chromium chromium) {
		assertThat(troubles(chromium, SOURCES + "," + SinglePage.class.getName())).isEmpty();
	}

	// The cookie is there but it is not what is asked for, which only trying tells.
	@Test
	void aCookieThatIsNotWhatIsAskedForIsNoObstacle(Chromium chromium) {
		assertThat(troubles(chromium, SOURCES + "," + PlainCookie.class.getName())).isNotEmpty()
			.allMatch((trouble) -> trouble.contains("40"));
	}

	// Takes and deletes a dump.
	private List<String> troubles(Chromium chromium, String sources) {
		NewContextOptions user = new NewContextOptions().setExtraHTTPHeaders(Map.of("Authorization", CREDENTIALS));
		try (Host host = Host.start(Shape.SECURED, sources,
				"heapwise.heapdump.directory=" + this.directory.resolve("dumps"));
				Visit visit = Visit.open(chromium, host.heapDumps(), user)) {
			HeapDumpsPageIntegrationTests.take(visit, "");
			assertThat(visit.part("progress")).containsText("The heap dump is ready:",
					HeapDumpsPageIntegrationTests.WHEN_WRITTEN);
			visit.part("dumps").getByText("Delete").click();
			visit.button("Delete it").click();
			assertThat(visit.part("progress")).containsText("is deleted.");
			return visit.troubles();
		}
	}

	/**
	 * As Spring Security recommends it for an application of one page.
	 */
	@TestConfiguration(proxyBeanMethods = false)
	static class SinglePage {

		@Bean
		SecurityFilterChain chain(HttpSecurity http) {
			return http.authorizeHttpRequests((requests) -> requests.anyRequest().authenticated())
				.httpBasic(Customizer.withDefaults())
				.csrf(CsrfConfigurer::spa)
				.build();
		}

	}

	/**
	 * A cookie, and all else left as it is.
	 */
	@TestConfiguration(proxyBeanMethods = false)
	static class PlainCookie {

		@Bean
		SecurityFilterChain chain(HttpSecurity http) {
			return http.authorizeHttpRequests((requests) -> requests.anyRequest().authenticated())
				.httpBasic(Customizer.withDefaults())
				.csrf((csrf) -> csrf.csrfTokenRepository(CookieCsrfTokenRepository.withHttpOnlyFalse()))
				.build();
		}

	}

}
