package com.example.names.browser;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.AriaRole;
import io.github.heapwise.ui.test.Chromium;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * The page of the memory the process holds.
 */
@PageTest
class LiveMemoryIntegrationTests {

	private static final Pattern SIZE = Pattern.compile("^[\\d.]+ [kKMG]i?B$");

	private Visit visit;

	@BeforeEach
	void open(Chromium chromium) {
		this.visit = Visit.open(chromium, "about:blank");
	}

	@AfterEach
	void close() {
		this.visit.close();
	}

	@Test
	void figuresAndTablesSayWhatTheProcessHolds(LoadedSample sample) {
		this.visit.page().navigate(sample.memory());
		assertThat(this.visit.part("resident")).hasText(SIZE);
		assertThat(this.visit.part("used")).hasText(SIZE);
		assertThat(this.visit.part("used-note")).hasText(Pattern.compile("^of .+iB, max 512 MiB; .+ live$"));
		assertThat(this.visit.part("rate")).hasText(Pattern.compile("^[\\d.]+ [kMG]?B/s$"));
		assertThat(this.visit.part("threads")).hasText(Pattern.compile("^\\d+$"));
		assertThat(this.visit.part("class-count")).hasText(Pattern.compile("^[\\d,]+$"));
		assertThat(row("pools", "Metaspace")).containsText("metaspace, non-heap");
		assertThat(row("buffers", "direct")).isVisible();
		assertThat(this.visit.part("native")).containsText("-XX:NativeMemoryTracking");
		assertThat(this.visit.part("limits")).containsText("Limit");
	}

	@Test
	void chartsStateTheirFindingsAndHaveATable(LoadedSample sample) {
		this.visit.page().navigate(sample.memory() + "?range=all");
		Locator heap = this.visit.part("heap-chart");
		assertThat(heap.getByRole(AriaRole.IMG)).hasAttribute("aria-label",
				Pattern.compile("^Heap: .+iB used now, at most .+iB; .+ live$"));
		heap.locator("summary").click();
		assertThat(heap.getByRole(AriaRole.ROW)).not().hasCount(1);
		assertThat(heap.getByRole(AriaRole.COLUMNHEADER)).hasText(new String[] { "Time", "committed", "used", "live" });
	}

	@Test
	void theArrowKeysReadAChart(LoadedSample sample) {
		this.visit.page().navigate(sample.memory() + "?range=all");
		Locator heap = this.visit.part("heap-chart");
		assertThat(heap.getByRole(AriaRole.IMG)).hasAttribute("aria-label", Pattern.compile("iB used now"));
		heap.getByRole(AriaRole.IMG).press("ArrowLeft");
		assertThat(heap.locator("[aria-live]"))
			.hasText(Pattern.compile("^\\d\\d:\\d\\d:\\d\\d · committed .+iB · used .+iB"));
		heap.getByRole(AriaRole.IMG).press("Escape");
		assertThat(heap.locator("[aria-live]")).isEmpty();
	}

	@Test
	void whileTheTabIsHiddenNothingIsAsked(LoadedSample sample) {
		Page page = this.visit.page();
		List<String> asked = asked(page);
		openWithClock(sample);
		setVisibility("hidden");
		asked.clear();
		page.clock().runFor(60_000);
		assertThat(asked).isEmpty();
		page.waitForRequest(Pattern.compile("/memory/history\\?since=\\d+$"), () -> setVisibility("visible"));
	}

	@Test
	void pauseStopsAskingAndGoesOnWhereItWas(LoadedSample sample) {
		Page page = this.visit.page();
		List<String> asked = asked(page);
		openWithClock(sample);
		this.visit.button("Pause").click();
		assertThat(this.visit.button("Paused")).hasAttribute("aria-pressed", "true");
		assertThat(this.visit.part("recorder-text")).hasText("Paused");
		asked.clear();
		page.clock().runFor(60_000);
		assertThat(asked).isEmpty();
		page.waitForRequest(Pattern.compile("/memory/history\\?since=\\d+$"),
				() -> this.visit.button("Paused").click());
	}

	private void openWithClock(LoadedSample sample) {
		Page page = this.visit.page();
		page.clock().install();
		page.navigate(sample.memory());
		assertThat(this.visit.part("tables")).isVisible();
		page.waitForResponse(Pattern.compile("/memory/history\\?since=\\d+$"), () -> page.clock().runFor(1000))
			.finished();
	}

	private void setVisibility(String state) {
		this.visit.page().evaluate("""
				(state) => {
				  Object.defineProperty(document, 'visibilityState', {configurable: true, get: () => state});
				  document.dispatchEvent(new Event('visibilitychange'));
				}
				""", state);
	}

	private static List<String> asked(Page page) {
		List<String> asked = new ArrayList<>();
		page.onRequest((Request request) -> asked.add(request.url()));
		return asked;
	}

	private Locator row(String table, String name) {
		return this.visit.part(table)
			.getByRole(AriaRole.ROW)
			.filter(new Locator.FilterOptions().setHas(this.visit.page()
				.getByRole(AriaRole.ROWHEADER, new Page.GetByRoleOptions().setName(name).setExact(true))));
	}

}
