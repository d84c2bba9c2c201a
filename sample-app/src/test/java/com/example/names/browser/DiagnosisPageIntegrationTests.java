package com.example.names.browser;

import java.util.List;
import java.util.regex.Pattern;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import io.github.heapwise.ui.test.Chromium;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * The page of the diagnosis, its banner and its badge.
 */
@PageTest
class DiagnosisPageIntegrationTests {

	private final DiagnosisAnswers answers = new DiagnosisAnswers();

	@Test
	void whatRulesSayOfTheSampleIsShown(Chromium chromium, LoadedSample sample) {
		try (Visit visit = Visit.open(chromium, sample.diagnosis())) {
			assertThat(visit.part("verdict-counts")).hasText(
					Pattern.compile("^\\d+ rules: \\d+ found something, \\d+ found nothing, \\d+ cannot tell yet\\.$"));
			assertThat(visit.part("verdict-looked")).hasText(Pattern.compile("^Looked at the last .+"));
			assertThat(visit.part("verdict-sentence")).not().hasText("Waiting for data.");
			Download report = visit.page().waitForDownload(() -> visit.part("report").click());
			assertThat(report.suggestedFilename()).endsWith(".html");
		}
	}

	@Test
	void findingsSayHowBadItIsWithTheirNumbersAndTheWayOn(Chromium chromium, LoadedSample sample) {
		try (Visit visit = wrong(chromium, sample)) {
			Locator leak = card(visit, "Memory held grows");
			assertThat(leak.locator(".hw-severity")).hasText("Critical");
			assertThat(leak.getByRole(AriaRole.ROW).nth(1)).containsText("101 ms");
			assertThat(leak.getByRole(AriaRole.ROW).nth(2)).containsText("above 200 ms");
			assertThat(leak.getByRole(AriaRole.IMG).nth(1)).hasAttribute("aria-label", Pattern.compile(
					"^Longest pause, .+: at most 296 ms, above the threshold of 200 ms in [\\d.]+ % of the measurements$"));
			assertThat(leak.getByRole(AriaRole.LINK)).hasAttribute("href", "heapdumps");
			assertThat(visit.part("undecided-rules")).containsText("Run it 40 s longer under load.");
			assertThat(visit.part("passed-rules")).containsText("48 ms, below 200 ms");
		}
	}

	@Test
	void refreshingMovesNothingFromUnderItsReader(Chromium chromium, LoadedSample sample) {
		try (Visit visit = wrong(chromium, sample)) {
			Locator leak = card(visit, "Memory held grows");
			leak.getByText("Read more: Leak").click();
			assertThat(leak.getByRole(AriaRole.LISTITEM).filter(new Locator.FilterOptions().setHasText("one")))
				.isVisible();
			leak.getByRole(AriaRole.LINK).focus();
			visit.page().evaluate("document.querySelector('[data-hw=\"refresh\"]').click()");
			assertThat(leak.getByRole(AriaRole.ROW).nth(1)).containsText("102 ms");
			assertThat(leak.locator(".hw-finding__more")).hasAttribute("open", "");
			assertThat(leak.getByRole(AriaRole.LINK)).isFocused();
			assertThat(visit.part("findings").getByRole(AriaRole.ARTICLE).last()).containsText("Memory held grows");
		}
	}

	@Test
	void aFindingThatIsGoneGoesWhenItIsNotRead(Chromium chromium, LoadedSample sample) {
		try (Visit visit = wrong(chromium, sample)) {
			card(visit, "Memory held grows").getByText("Read more: Leak").click();
			visit.page().unroute(DiagnosisAnswers.ADDRESS);
			visit.page().route(DiagnosisAnswers.ADDRESS, DiagnosisAnswers::healthy);
			visit.button("Refresh").click();
			assertThat(visit.part("verdict-severity")).hasText("Nothing wrong");
			assertThat(visit.part("announcement")).containsText("Nothing wrong: ");
			assertThat(visit.part("findings").getByRole(AriaRole.ARTICLE)).hasCount(1);
			assertThat(card(visit, "Memory held grows")).containsText("Not found any more");
			card(visit, "Memory held grows").getByText("Read more: Leak").click();
			visit.button("Refresh").click();
			assertThat(visit.part("findings").getByRole(AriaRole.ARTICLE)).hasCount(0);
		}
	}

	@ParameterizedTest
	@ValueSource(ints = { 390, 1024, 1480 })
	void whateverNamesAreNothingStandsOutAtTheSide(int width, Chromium chromium, LoadedSample sample) {
		NewContextOptions screen = new NewContextOptions().setViewportSize(width, 800);
		try (Visit visit = Visit.open(chromium, "about:blank", screen)) {
			visit.page().route(DiagnosisAnswers.ADDRESS, this.answers::wrong);
			visit.page().navigate(sample.diagnosis());
			assertThat(visit.part("findings").getByRole(AriaRole.ARTICLE)).hasCount(3);
			assertThat(visit.part("findings").getByText(DiagnosisAnswers.MARKUP.replace('\'', '`')).first())
				.isVisible();
			assertThat(overflow(visit.page())).isZero();
			visit.page().navigate(sample.overview());
			assertThat(visit.part("banner")).isVisible();
			assertThat(overflow(visit.page())).as("Overview").isZero();
		}
	}

	@Test
	void theDiagnosisIsCopiedForATicket(Chromium chromium, LoadedSample sample) {
		try (Visit visit = wrong(chromium, sample)) {
			visit.page().context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
			visit.button("Copy as Markdown").click();
			assertThat(visit.part("copied")).hasText("Copied");
			assertThat(visit.page().evaluate("navigator.clipboard.readText()")).isEqualTo(DiagnosisAnswers.MARKDOWN);
		}
	}

	@Test
	void theOverviewShowsTheWorstAndOtherPagesHowMuchIsWrong(Chromium chromium, LoadedSample sample) {
		try (Visit visit = Visit.open(chromium, "about:blank")) {
			visit.page().route(DiagnosisAnswers.ADDRESS, this.answers::wrong);
			visit.page().navigate(sample.overview());
			assertThat(visit.part("banner")).containsText("Critical: Memory held grows");
			assertThat(visit.part("finding-count")).hasText("2 problems");
			visit.page().route(DiagnosisAnswers.ADDRESS, Route::abort);
			visit.page().navigate(sample.gc());
			assertThat(visit.part("finding-count")).hasText("2 problems");
			visit.page().unroute(DiagnosisAnswers.ADDRESS);
			visit.page().route(DiagnosisAnswers.ADDRESS, DiagnosisAnswers::healthy);
			visit.page().navigate(sample.overview());
			assertThat(visit.part("finding-count")).isHidden();
			assertThat(visit.part("banner")).isHidden();
		}
	}

	@Test
	void whatAFindingLeadsToShowsWhatItIsAbout(Chromium chromium, LoadedSample sample) {
		sample.load(1);
		try (Visit visit = wrong(chromium, sample)) {
			card(visit, "GET /reports allocates too much").getByRole(AriaRole.LINK).click();
			assertThat(visit.part("routes").locator("tr[aria-current=true]")).containsText("GET /");
			visit.page().goBack();
			card(visit, DiagnosisAnswers.MARKUP.replace('\'', '`')).getByRole(AriaRole.LINK).click();
			assertThat(visit.part("worker-title")).hasText("Start delay of tomcat");
		}
	}

	@Test
	void aClosedDiagnosisIsOneSentenceAndMissedNowhereElse(Chromium chromium) {
		try (Host host = Host.start(Shape.MVC, "management.endpoints.web.exposure.exclude=memorydiagnosis")) {
			try (Visit visit = Visit.open(chromium, host.diagnosis())) {
				assertThat(visit.part("problem")).hasText("The endpoint memorydiagnosis is not exposed. "
						+ "Open it with management.endpoints.web.exposure.exclude=.");
				assertThat(visit.part("verdict-sentence")).hasText("No data, for the reason above.");
				assertThat(visit.button("Refresh")).hasCount(0);
			}
			try (Visit visit = Visit.open(chromium, host.overview())) {
				assertThat(visit.part("recorder-text")).hasText(Pattern.compile("^Recording"));
				assertThat(visit.part("problem")).not().containsText("memorydiagnosis");
				assertThat(visit.part("banner")).isHidden();
			}
		}
	}

	private Visit wrong(Chromium chromium, LoadedSample sample) {
		Visit visit = Visit.open(chromium, "about:blank");
		visit.page().route(DiagnosisAnswers.ADDRESS, this.answers::wrong);
		visit.page().navigate(sample.diagnosis());
		return visit;
	}

	private static Locator card(Visit visit, String title) {
		return visit.part("findings")
			.getByRole(AriaRole.ARTICLE)
			.filter(new Locator.FilterOptions().setHasText(title))
			.first();
	}

	private static int overflow(Page page) {
		return (int) page.evaluate("document.documentElement.scrollWidth - innerWidth");
	}

}
