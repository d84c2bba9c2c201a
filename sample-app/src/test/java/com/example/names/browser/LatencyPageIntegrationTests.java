package com.example.names.browser;

import java.util.regex.Pattern;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import io.github.heapwise.ui.test.Chromium;
import org.junit.jupiter.api.Test;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/**
 * The page of latency.
 */
@PageTest
class LatencyPageIntegrationTests {

	private static final int REQUESTS = 30;

	private static final Pattern DURATION = Pattern.compile("^[\\d.]+ (ns|µs|ms|s)$");

	@Test
	void requestsAndStallsAreTold(Chromium chromium, LoadedSample sample) {
		sample.load(REQUESTS);
		try (Visit visit = Visit.open(chromium, sample.latency() + "?range=all")) {
			assertThat(visit.part("requests-p99")).hasText(DURATION);
			assertThat(visit.part("stall-p99")).hasText(DURATION);
			assertThat(chart(visit, "requests-chart")).hasAttribute("aria-label",
					Pattern.compile("^Requests: p50 at most .+s, p99 at most .+s; [\\d,]+ pauses? of the collector$"));
			assertThat(chart(visit, "stall-chart")).hasAttribute("aria-label",
					Pattern.compile("^Stall: longest at most .+s, p99 at most .+s, p50 at most .+s; .+"));
		}
	}

	@Test
	void poolsSayHowLongTasksWait(Chromium chromium, LoadedSample sample) {
		try (Visit visit = Visit.open(chromium, sample.latency())) {
			Locator tomcat = rows(visit, "workers").filter(new Locator.FilterOptions().setHasText("tomcat"));
			assertThat(tomcat.getByRole(AriaRole.CELL).nth(1)).hasText(Pattern.compile("^\\d+ of \\d+$"));
			tomcat.getByRole(AriaRole.BUTTON).click();
			assertThat(tomcat.getByRole(AriaRole.BUTTON)).hasAttribute("aria-pressed", "true");
			assertThat(visit.part("worker-title")).hasText(Pattern.compile("^Start delay of .+"));
			assertThat(visit.part("start-p99")).hasText(DURATION);
		}
	}

	@Test
	void whatAnApplicationDoesNotHaveIsNotDrawn(Chromium chromium, LoadedSample sample) {
		try (Visit visit = Visit.open(chromium, sample.latency())) {
			assertThat(visit.part("pools")).isVisible();
			assertThat(visit.part("event-loops")).isHidden();
			assertThat(visit.part("loop-p99-note")).hasText("no event loop is here");
		}
	}

	@Test
	void eventLoopsSayHowLateTheyAre(Chromium chromium) {
		try (Host host = Host.start(Shape.WEBFLUX, ReactiveHost.class, "heapwise.expose=reads")) {
			host.load(REQUESTS);
			try (Visit visit = Visit.open(chromium, host.latency())) {
				assertThat(rows(visit, "loops")).not().hasCount(0);
				assertThat(visit.part("loop-title")).hasText(Pattern.compile("^Delay of .+"));
				assertThat(visit.part("loop-p99")).hasText(DURATION);
			}
		}
	}

	@Test
	void withoutThePausesTheRestIsShown(Chromium chromium) {
		try (Host host = Host.start(Shape.MVC, "management.endpoints.web.exposure.exclude=memorygc");
				Visit visit = Visit.open(chromium, host.latency())) {
			assertThat(visit.part("problem")).hasText("The endpoint memorygc is not exposed. "
					+ "Open it with management.endpoints.web.exposure.exclude=.");
			assertThat(visit.part("stall-p99")).hasText(DURATION);
			assertThat(chart(visit, "stall-chart")).hasAttribute("aria-label",
					Pattern.compile("0 pauses of the collector$"));
		}
	}

	private static Locator chart(Visit visit, String part) {
		return visit.part(part).getByRole(AriaRole.IMG);
	}

	private static Locator rows(Visit visit, String part) {
		return visit.part(part).locator("tbody tr");
	}

}
