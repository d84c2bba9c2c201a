package com.example.names.browser;

import java.util.regex.Pattern;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.github.heapwise.ui.test.Chromium;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/**
 * The first page.
 */
@PageTest
class OverviewIntegrationTests {

	private static final Pattern BINARY_SIZE = Pattern.compile("^[\\d.]+ [MG]iB$");

	private Visit visit;

	@BeforeEach
	void open(Chromium chromium, LoadedSample sample) {
		this.visit = Visit.open(chromium, sample.overview() + "?range=all");
	}

	@AfterEach
	void close() {
		this.visit.close();
	}

	@Test
	void figuresSayWhatIsRecordedAndWhatItCosts() {
		assertThat(this.visit.part("rate")).hasText(Pattern.compile("^[\\d.]+ [kM]?B/s$"));
		assertThat(this.visit.part("recording")).hasText(Pattern.compile(
				"^[\\d.]+ [MG]B ± [\\d.]+ % allocated, [\\d,]+ samples · .+ · .+ kept, [\\d,]+ of 200,000 nodes$"));
		assertThat(this.visit.part("cost")).hasText(Pattern.compile("^<?[\\d.]+ %$"));
		assertThat(this.visit.part("cost-note")).hasText(Pattern.compile("^of one core, .+ of heap, allocates .+B/s$"));
		assertThat(this.visit.part("recorder-text"))
			.hasText(Pattern.compile("^Recording · [\\d,]+ samples/s · .+ CPU$"));
	}

	@Test
	void figuresSayWhatTheProcessHoldsAndWhatTheCollectorCosts() {
		assertThat(this.visit.part("live")).hasText(BINARY_SIZE);
		assertThat(this.visit.part("live-note")).hasText(Pattern.compile("^<?\\d+ % of max, .+"));
		assertThat(this.visit.part("pause-time")).hasText(Pattern.compile("^[\\d.]+ (µs|ms|s)$"));
		assertThat(this.visit.part("pause-time-note")).hasText(Pattern.compile("^longest .+ in .+"));
		assertThat(this.visit.part("gc-time")).hasText(Pattern.compile("^<?[\\d.]+ %$"));
		assertThat(this.visit.part("gc-time-note")).hasText(Pattern.compile("^[\\d,]+ pauses? in the last .+"));
		assertThat(this.visit.part("resident")).hasText(BINARY_SIZE);
		assertThat(this.visit.part("resident-note")).hasText(Pattern.compile("^of .+iB, .+ left$"));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			rate-chart  | ^Allocation rate from .+ to .+: .+B/s on average, .+B/s at most$
			heap-chart  | ^Heap at [\\d]+ collections: at most .+iB before one, .+iB after the latest$
			pause-chart | ^\\d+ pauses of garbage collections \\(\\d+ young.*\\), the longest .+s$
			""")
	void chartsStateTheirFindings(String chart, String finding) {
		assertThat(this.visit.part(chart).getByRole(AriaRole.IMG)).hasAttribute("aria-label", Pattern.compile(finding));
	}

	@Test
	void theThreeChartsHaveOneCursor() {
		Locator pauses = this.visit.part("pause-chart");
		assertThat(pauses.getByRole(AriaRole.IMG)).hasAttribute("aria-label", Pattern.compile("^\\d+ pause"));
		pauses.getByRole(AriaRole.IMG).press("End");
		assertThat(pauses.locator(".hw-chart__readout")).hasText(Pattern.compile("· (young|mixed|full|other) "));
		assertThat(this.visit.part("heap-chart").locator(".hw-chart__readout")).hasText(Pattern.compile("· before "));
		pauses.getByRole(AriaRole.IMG).press("Escape");
		assertThat(this.visit.part("heap-chart").locator(".hw-chart__readout")).isHidden();
	}

	@Test
	void functionLeadsToItsFlameGraph() {
		this.visit.part("your-code")
			.getByRole(AriaRole.LINK)
			.filter(new Locator.FilterOptions().setHasText(Pattern.compile("LeakingNames\\.name\\b")))
			.first()
			.click();
		assertThat(this.visit.button("Focus " + FlameGraphPage.NAME + ", remove")).isVisible();
		assertThat(this.visit.button("All")).hasAttribute("aria-pressed", "true");
	}

	@Test
	void routesLeadToTheirFlameGraphs(LoadedSample sample) {
		sample.load(1);
		this.visit.part("routes").getByRole(AriaRole.LINK, named("GET /")).click();
		assertThat(this.visit.part("route")).hasValue("GET /");
	}

	@Test
	void classLeadsToItsFlameGraph() {
		this.visit.part("classes").getByRole(AriaRole.LINK, named("byte[]")).click();
		assertThat(this.visit.part("type")).hasValue("byte[]");
	}

	@Test
	void navigationLeadsToTheFlameGraphAndBack() {
		Locator main = this.visit.page().getByRole(AriaRole.NAVIGATION, new Page.GetByRoleOptions().setName("Main"));
		assertThat(main.getByRole(AriaRole.LINK, named("Overview"))).hasAttribute("aria-current", "page");
		main.getByRole(AriaRole.LINK, named("Flame graph")).click();
		assertThat(this.visit.page()).hasTitle("Allocations · names · Heapwise");
		assertThat(main.getByRole(AriaRole.LINK, named("Flame graph"))).hasAttribute("aria-current", "page");
		assertThat(this.visit.part("statistics")).not().isEmpty();
		this.visit.page().getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Heapwise")).click();
		assertThat(this.visit.page()).hasTitle("Overview · names · Heapwise");
	}

	private static Locator.GetByRoleOptions named(String name) {
		return new Locator.GetByRoleOptions().setName(name).setExact(true);
	}

}
