package com.example.names.browser;

import java.util.regex.Pattern;

import com.microsoft.playwright.Locator;
import io.github.heapwise.ui.test.Chromium;
import org.junit.jupiter.api.Test;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * The flame graph of one route.
 */
@PageTest
class RouteFilterIntegrationTests {

	private static final int REQUESTS = 100;

	@Test
	void aChosenRouteIsInTheAddressAndSaysWhatARequestAllocates(Chromium chromium, LoadedSample sample) {
		sample.load(REQUESTS);
		try (FlameGraphPage page = FlameGraphPage.open(chromium, sample.allocations() + "?range=all")) {
			page.part("route").selectOption("GET /");
			assertThat(page.part("summary"))
				.hasText(Pattern.compile(".+ · [\\d,]+ requests, [\\d.]+ [kM]?B per request \\(exact\\)$"));
			assertThat(page.page()).hasURL(Pattern.compile("route=GET(\\+|%20)(/|%2F)(&|$)"));
			page.selectName();
			assertThat(page.part("side")).containsText("per request");
			assertThat(page.part("your-code").locator("thead")).containsText("per request");
			page.page().reload();
			assertThat(page.part("route")).hasValue("GET /");
			page.part("route").selectOption("");
			assertThat(page.part("summary")).not().containsText("per request");
			assertThat(page.part("side")).not().containsText("per request");
			assertThat(page.parameter("route")).isNull();
		}
	}

	@Test
	void theTipSaysWhatARequestAllocates(Chromium chromium, LoadedSample sample) {
		sample.load(REQUESTS);
		try (FlameGraphPage page = FlameGraphPage.open(chromium, sample.allocations() + "?range=all&route=GET%20/")) {
			page.clickRow(0);
			assertThat(page.page().locator(".hw-flame__tip"))
				.hasText(Pattern.compile("^all\\s*[\\d.]+ [kMG]?B · 100.0 % · [\\d.]+ [kM]?B per request$"));
		}
	}

	@Test
	void aRouteNobodyAskedForIsAnEmptyProfile(Chromium chromium, LoadedSample sample) {
		String address = sample.allocations() + "?range=all&route=GET%20/no/such/route";
		try (Visit visit = Visit.open(chromium, address)) {
			assertThat(visit.part("route")).hasValue("GET /no/such/route");
			Locator empty = visit.part("empty");
			assertThat(empty).containsText("Nothing in this range passes the filters");
		}
	}

}
