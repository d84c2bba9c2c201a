package com.example.names.browser;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Pattern;

import com.example.names.NamesApplication;
import com.microsoft.playwright.Browser.NewContextOptions;
import io.github.heapwise.ui.test.Chromium;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * The pages in all kinds of applications.
 */
@PageTest
class SurroundingsIntegrationTests {

	private static final int REQUESTS = 100;

	private static final String CREDENTIALS = "Basic "
			+ Base64.getEncoder().encodeToString("user:secret".getBytes(StandardCharsets.UTF_8));

	@TempDir
	private Path directory;

	@ParameterizedTest
	@EnumSource
	void allPagesWork(Shape shape, Chromium chromium) {
		try (Host host = start(shape)) {
			if (shape != Shape.SECURED) {
				host.load(REQUESTS);
			}
			try (Visit visit = Visit.open(chromium, host.overview(), visitor())) {
				assertThat(visit.page()).hasTitle(Pattern.compile("^Overview · "));
				assertThat(visit.part("rate")).hasText(Pattern.compile("^[\\d.]+ [kMG]?B/s$"));
				assertThat(visit.part("recorder")).hasAttribute("data-state", "recording");
				visit.page().navigate(host.overview() + "/");
				assertThat(visit.page()).hasURL(host.overview());
				visit.page().navigate(host.allocations() + "/");
				assertThat(visit.page()).hasURL(host.allocations());
				visit.page().navigate(host.memory() + "/");
				assertThat(visit.page()).hasURL(host.memory());
				assertThat(visit.part("resident")).hasText(Pattern.compile("^[\\d.]+ [KMG]iB$"));
				visit.page().navigate(host.gc() + "/");
				assertThat(visit.page()).hasURL(host.gc());
				assertThat(visit.part("gc-time")).hasText(Pattern.compile("^<?[\\d.]+ %$"));
				visit.page().navigate(host.latency() + "/");
				assertThat(visit.page()).hasURL(host.latency());
				assertThat(visit.part("stall-p99")).hasText(Pattern.compile("^[\\d.]+ (ns|µs|ms|s)$"));
				visit.page().navigate(host.routes() + "/");
				assertThat(visit.page()).hasURL(host.routes());
				assertThat(visit.part("recorder-text")).hasText("Live");
				visit.page().navigate(host.heapDumps() + "/");
				assertThat(visit.page()).hasURL(host.heapDumps());
				assertThat(visit.part("store")).hasText(Pattern.compile("^\\d+ of at most 5 kept, .+"));
				assertThat(visit.button("Take a heap dump")).isEnabled();
			}
			try (FlameGraphPage page = FlameGraphPage.open(chromium, host.allocations(), visitor())) {
				assertThat(nodes(page)).isGreaterThan(50);
				page.canvas().press("ArrowDown");
				assertThat(page.selected()).not().hasText("all");
			}
		}
	}

	private Host start(Shape shape) {
		return Host.start(shape, source(shape), "heapwise.expose=all", "heapwise.allocation.window=1s",
				"heapwise.heapdump.directory=" + this.directory.resolve("dumps"));
	}

	private static Class<?> source(Shape shape) {
		return switch (shape) {
			case MVC_WITHOUT_THYMELEAF -> PlainHost.class;
			case WEBFLUX, WEBFLUX_MANAGEMENT_PORT, WEBFLUX_CONTEXT_PATH -> ReactiveHost.class;
			default -> NamesApplication.class;
		};
	}

	private static NewContextOptions visitor() {
		return new NewContextOptions().setExtraHTTPHeaders(Map.of("Authorization", CREDENTIALS));
	}

	// As in "1,885 shown, 3,864 in profile".
	private static int nodes(FlameGraphPage page) {
		assertThat(page.part("statistics")).not().isEmpty();
		return Integer.parseInt(page.part("statistics").textContent().split(" ")[0].replace(",", ""));
	}

}
