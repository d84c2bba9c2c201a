package com.example.names.browser;

import java.util.List;
import java.util.Set;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import io.github.heapwise.ui.test.Chromium;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * What axe finds in the pages.
 */
@PageTest
class AccessibilityIntegrationTests {

	private static final Set<String> GRAVE = Set.of("serious", "critical");

	@ParameterizedTest
	@EnumSource(names = { "LIGHT", "DARK" })
	void flameGraphHasNoGraveFindings(ColorScheme scheme, Chromium chromium, LoadedSample sample) {
		try (FlameGraphPage page = FlameGraphPage.open(chromium, sample.allocations() + "?range=all", with(scheme))) {
			page.selectName();
			page.part("search").fill("Leaking");
			for (String view : List.of("Icicle", "Flame", "Callers", "Tree", "Top")) {
				page.view(view);
				assertThat(graveFindings(page.page())).as(view).isEmpty();
			}
			page.part("search").fill("Leaking(");
			page.part("export").locator("summary").click();
			assertThat(graveFindings(page.page())).as("with a bad expression and an open menu").isEmpty();
		}
	}

	@ParameterizedTest
	@EnumSource(names = { "LIGHT", "DARK" })
	void overviewHasNoGraveFindings(ColorScheme scheme, Chromium chromium, LoadedSample sample) {
		try (Visit visit = Visit.open(chromium, sample.overview() + "?range=all", with(scheme))) {
			assertThat(visit.part("your-code").getByTitle(FlameGraphPage.NAME)).isVisible();
			assertThat(graveFindings(visit.page())).isEmpty();
		}
	}

	@ParameterizedTest
	@EnumSource(names = { "LIGHT", "DARK" })
	void diagnosisHasNoGraveFindings(ColorScheme scheme, Chromium chromium, LoadedSample sample) {
		DiagnosisAnswers answers = new DiagnosisAnswers();
		try (Visit visit = Visit.open(chromium, "about:blank", with(scheme))) {
			visit.page().route(DiagnosisAnswers.ADDRESS, answers::wrong);
			visit.page().navigate(sample.overview());
			assertThat(visit.part("banner")).isVisible();
			assertThat(graveFindings(visit.page())).as("banner").isEmpty();
			visit.page().navigate(sample.diagnosis());
			visit.part("findings").getByText("Read more: Leak").click();
			assertThat(graveFindings(visit.page())).isEmpty();
			visit.page().setViewportSize(390, 800);
			assertThat(graveFindings(visit.page())).as("narrow").isEmpty();
			visit.page().unroute(DiagnosisAnswers.ADDRESS);
			visit.page().route(DiagnosisAnswers.ADDRESS, DiagnosisAnswers::healthy);
			visit.page().navigate(sample.diagnosis());
			assertThat(visit.part("verdict-severity")).hasText("Nothing wrong");
			assertThat(graveFindings(visit.page())).as("healthy").isEmpty();
		}
	}

	@ParameterizedTest
	@EnumSource(names = { "LIGHT", "DARK" })
	void liveMemoryHasNoGraveFindings(ColorScheme scheme, Chromium chromium, LoadedSample sample) {
		try (Visit visit = Visit.open(chromium, sample.memory(), with(scheme))) {
			assertThat(visit.part("tables")).isVisible();
			visit.part("heap-chart").locator("summary").click();
			assertThat(graveFindings(visit.page())).isEmpty();
		}
	}

	@ParameterizedTest
	@EnumSource(names = { "LIGHT", "DARK" })
	void collectionsHaveNoGraveFindings(ColorScheme scheme, Chromium chromium, LoadedSample sample) {
		try (Visit visit = Visit.open(chromium, sample.gc() + "?range=all", with(scheme))) {
			visit.part("events").getByRole(AriaRole.BUTTON).first().click();
			assertThat(graveFindings(visit.page())).isEmpty();
		}
	}

	@ParameterizedTest
	@EnumSource(names = { "LIGHT", "DARK" })
	void routesHaveNoGraveFindings(ColorScheme scheme, Chromium chromium, LoadedSample sample) {
		sample.load(1);
		try (Visit visit = Visit.open(chromium, sample.routes(), with(scheme))) {
			assertThat(visit.part("routes").getByRole(AriaRole.LINK).first()).isVisible();
			assertThat(graveFindings(visit.page())).isEmpty();
		}
	}

	@ParameterizedTest
	@EnumSource(names = { "LIGHT", "DARK" })
	void latencyHasNoGraveFindings(ColorScheme scheme, Chromium chromium, LoadedSample sample) {
		try (Visit visit = Visit.open(chromium, sample.latency(), with(scheme))) {
			visit.part("workers").getByRole(AriaRole.BUTTON).last().click();
			visit.part("stall-chart").locator("summary").click();
			assertThat(graveFindings(visit.page())).isEmpty();
		}
	}

	@ParameterizedTest
	@EnumSource(names = { "LIGHT", "DARK" })
	void heapDumpsHaveNoGraveFindings(ColorScheme scheme, Chromium chromium, LoadedSample sample) {
		try (Visit visit = Visit.open(chromium, "about:blank", with(scheme))) {
			visit.page().route(HeapDumpAnswers.ADDRESS, HeapDumpAnswers::many);
			visit.page().navigate(sample.heapDumps());
			visit.part("dumps").getByText("Facts").nth(4).click();
			assertThat(graveFindings(visit.page())).isEmpty();
			visit.button("Take a heap dump").click();
			assertThat(graveFindings(visit.page())).as("with the question open").isEmpty();
			visit.page().setViewportSize(390, 800);
			visit.page().keyboard().press("Escape");
			assertThat(graveFindings(visit.page())).as("narrow").isEmpty();
		}
	}

	@ParameterizedTest
	@EnumSource(names = { "LIGHT", "DARK" })
	void closedHeapDumpsHaveNoGraveFindings(ColorScheme scheme, Chromium chromium) {
		try (Host host = Host.start(Shape.MVC, "management.endpoint.heapdumps.access=none");
				Visit visit = Visit.open(chromium, host.heapDumps(), with(scheme))) {
			assertThat(visit.part("closed")).isVisible();
			assertThat(graveFindings(visit.page())).isEmpty();
		}
	}

	@ParameterizedTest
	@EnumSource(names = { "LIGHT", "DARK" })
	void emptyAndUnknownPagesHaveNoGraveFindings(ColorScheme scheme, Chromium chromium, LoadedSample sample) {
		try (Visit visit = Visit.open(chromium, sample.allocations() + "?type=no.such.Type", with(scheme))) {
			assertThat(visit.part("empty")).isVisible();
			assertThat(graveFindings(visit.page())).isEmpty();
			visit.page().navigate(sample.overview() + "/no-such-page");
			assertThat(visit.page()).hasTitle("No such page · Heapwise");
			assertThat(graveFindings(visit.page())).isEmpty();
			assertThat(visit.troubles()).allMatch((trouble) -> trouble.contains("404"));
		}
	}

	static NewContextOptions with(ColorScheme scheme) {
		return new NewContextOptions().setViewportSize(1480, 900)
			.setColorScheme(scheme)
			.setReducedMotion(ReducedMotion.REDUCE);
	}

	static List<String> graveFindings(Page page) {
		return new AxeBuilder(page).options(violationsOnly())
			.analyze()
			.getViolations()
			.stream()
			.filter((rule) -> GRAVE.contains(rule.getImpact()))
			.map(AccessibilityIntegrationTests::describe)
			.toList();
	}

	// What passes is not of interest, and describing it takes most of the time.
	private static AxeRunOptions violationsOnly() {
		AxeRunOptions options = new AxeRunOptions();
		options.setResultTypes(List.of("violations"));
		return options;
	}

	private static String describe(Rule rule) {
		return rule.getId() + ": " + rule.getHelp() + " in "
				+ rule.getNodes().stream().map((node) -> node.getHtml() + " " + node.getFailureSummary()).toList();
	}

}
