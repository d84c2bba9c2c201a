package com.example.names.browser;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Pattern;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import io.github.heapwise.ui.test.Chromium;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * The page of garbage collections.
 */
@PageTest
class GcPageIntegrationTests {

	private static final String MAY_COLLECT = "management.endpoint.memorygc.access=unrestricted";

	private static final String CREDENTIALS = "Basic "
			+ Base64.getEncoder().encodeToString("user:secret".getBytes(StandardCharsets.UTF_8));

	@Test
	void everyCollectionIsARow(Chromium chromium, LoadedSample sample) {
		try (Visit visit = open(chromium, sample)) {
			Locator young = youngRows(visit).first();
			assertThat(young.getByRole(AriaRole.CELL)).hasCount(6);
			assertThat(young).containsText("→");
			assertThat(visit.part("gc-time-note")).hasText(Pattern.compile("^[\\d,]+ pauses? in the last .+"));
			assertThat(visit.part("longest")).hasText(Pattern.compile("^[\\d.]+ (µs|ms|s)$"));
			assertThat(visit.part("collectors").getByRole(AriaRole.ROW)).not().hasCount(1);
			assertThat(visit.part("pause-chart").getByRole(AriaRole.IMG)).hasAttribute("aria-label",
					Pattern.compile("^\\d+ pauses? of garbage collections"));
		}
	}

	@Test
	void aSelectedCollectionShowsItsPools(Chromium chromium, LoadedSample sample) {
		try (Visit visit = open(chromium, sample)) {
			Locator young = youngRows(visit).first();
			young.getByRole(AriaRole.BUTTON).click();
			assertThat(young).hasAttribute("aria-current", "true");
			assertThat(visit.part("event-pools").getByRole(AriaRole.HEADING))
				.hasText(Pattern.compile("^Pools at \\d\\d:\\d\\d:\\d\\d: .+"));
			assertThat(visit.part("event-pools").getByRole(AriaRole.ROW)).not().hasCount(1);
		}
	}

	@Test
	void kindsCanBeHidden(Chromium chromium, LoadedSample sample) {
		try (Visit visit = open(chromium, sample)) {
			Locator young = visit.part("kinds").locator("[data-kind='young']");
			Locator shown = youngRows(visit);
			assertThat(shown).not().hasCount(0);
			young.click();
			assertThat(young).hasAttribute("aria-pressed", "false");
			assertThat(shown).hasCount(0);
			assertThat(visit.part("events-note")).hasText(Pattern.compile("^\\d+ of other kinds hidden$"));
			young.click();
			assertThat(shown).not().hasCount(0);
		}
	}

	@Test
	void nothingOffersACollectionUnlessAccessPermitsIt(Chromium chromium, LoadedSample sample) {
		try (Visit visit = open(chromium, sample)) {
			assertThat(visit.part("collect")).hasCount(0);
		}
	}

	@Test
	void aCollectionIsRunAfterAQuestionAndSaysWhatItFreed(Chromium chromium) {
		try (Host host = Host.start(Shape.MVC, MAY_COLLECT); Visit visit = Visit.open(chromium, host.gc())) {
			Locator dialog = visit.part("collect-dialog");
			visit.button("Run a collection").click();
			assertThat(dialog).isVisible();
			visit.page().keyboard().press("Escape");
			assertThat(dialog).isHidden();
			assertThat(visit.part("collected")).isHidden();
			run(visit);
			assertThat(visit.part("collected"))
				.hasText(Pattern.compile("^[\\d.]+ [KMG]?i?B freed in \\d+ ms, .+ of the heap in use\\.$"));
			assertThat(visit.button("Run a collection")).isFocused();
			assertThat(rows(visit).filter(new Locator.FilterOptions().setHasText("System.gc()"))).not().hasCount(0);
		}
	}

	@Test
	void aCollectionTooSoonIsExplainedByTheServer(Chromium chromium) {
		try (Host host = Host.start(Shape.MVC, MAY_COLLECT); Visit visit = Visit.open(chromium, host.gc())) {
			run(visit);
			assertThat(visit.part("collected")).containsText("freed in");
			run(visit);
			assertThat(visit.part("collected")).not().containsText("freed in");
			assertThat(visit.part("collected")).not().hasText("Collecting.");
			assertThat(visit.troubles()).isNotEmpty().allMatch((trouble) -> trouble.contains("429"));
		}
	}

	@Test
	void aCollectionIsRunInSpiteOfTheProtectionAgainstForgedRequests(Chromium chromium) {
		NewContextOptions user = new NewContextOptions().setExtraHTTPHeaders(Map.of("Authorization", CREDENTIALS));
		try (Host host = Host.start(Shape.SECURED, MAY_COLLECT); Visit visit = Visit.open(chromium, host.gc(), user)) {
			run(visit);
			assertThat(visit.part("collected")).containsText("freed in");
		}
	}

	@ParameterizedTest
	@ValueSource(ints = { 401, 403 })
	void aCollectionThatSecurityRefusesIsOneSentence(int status, Chromium chromium) {
		try (Host host = Host.start(Shape.MVC, MAY_COLLECT); Visit visit = Visit.open(chromium, host.gc())) {
			visit.page().route("**/memory/gc", (route) -> route.fulfill(new Route.FulfillOptions().setStatus(status)));
			run(visit);
			assertThat(visit.part("collected")).hasText(Pattern
				.compile("^The application's security refuses to run a collection \\(" + status + "\\): .+"));
			visit.troubles();
		}
	}

	private static Visit open(Chromium chromium, LoadedSample sample) {
		Visit visit = Visit.open(chromium, sample.gc() + "?range=all");
		assertThat(rows(visit)).not().hasCount(0);
		return visit;
	}

	// Pauses within a concurrent cycle do not tell the heap.
	private static Locator youngRows(Visit visit) {
		return rows(visit).filter(new Locator.FilterOptions().setHasText("young"));
	}

	private static Locator rows(Visit visit) {
		return visit.part("events").locator("tbody tr");
	}

	private static void run(Visit visit) {
		visit.button("Run a collection").click();
		visit.button("Run it").click();
	}

}
