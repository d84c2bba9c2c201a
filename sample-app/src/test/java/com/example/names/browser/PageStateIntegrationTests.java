package com.example.names.browser;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.github.heapwise.ui.test.Chromium;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a page remembers, and how it fits the screen and who uses it.
 */
@PageTest
class PageStateIntegrationTests {

	@Test
	void addressHoldsWhatIsShown(Chromium chromium, LoadedSample sample) {
		try (FlameGraphPage page = FlameGraphPage.open(chromium, sample.allocations() + "?range=all")) {
			page.selectName();
			page.button("Zoom").click();
			page.view("Flame");
			page.chip("Class").click();
			page.chip("Fold plumbing").click();
			page.part("search").fill("Leaking");
			page.button("Objects").click();
			assertThat(page.part("summary")).containsText("objects");
			String address = page.page().url();
			String crumb = page.crumbs().last().textContent();
			page.page().reload();
			assertThat(page.selected()).hasText(FlameGraphPage.NAME);
			assertThat(page.crumbs().last()).hasText(crumb);
			assertThat(page.part("search")).hasValue("Leaking");
			assertThat(page.button("Flame")).hasAttribute("aria-pressed", "true");
			assertThat(page.button("Objects")).hasAttribute("aria-pressed", "true");
			assertThat(page.button("All")).hasAttribute("aria-pressed", "true");
			assertThat(page.chip("Class")).hasAttribute("aria-pressed", "false");
			assertThat(page.chip("Fold plumbing")).hasAttribute("aria-pressed", "false");
			assertThat(page.page().url()).isEqualTo(address);
		}
	}

	@Test
	void addressHoldsTheFilters(Chromium chromium, LoadedSample sample) {
		String address = sample.allocations() + "?range=15m&type=byte%5B%5D&thread=no-such-thread";
		try (Visit visit = Visit.open(chromium, address)) {
			assertThat(visit.part("type")).hasValue("byte[]");
			assertThat(visit.part("thread")).hasValue("no-such-thread");
			assertThat(visit.part("empty")).containsText("Nothing in this range passes the filters");
		}
	}

	@Test
	void anAddressThatMakesNoSenseShowsTheDefault(Chromium chromium, LoadedSample sample) {
		String nonsense = "?range=x&from=1&to=2&view=x&zoom=x&selected=0000000000000000&hide=x&unit=x&search=%28";
		try (FlameGraphPage page = FlameGraphPage.open(chromium, sample.allocations() + nonsense)) {
			assertThat(page.button("Icicle")).hasAttribute("aria-pressed", "true");
			assertThat(page.selected()).hasText("all");
		}
	}

	@Test
	void rangeIsTakenAlongToTheOtherPage(Chromium chromium, LoadedSample sample) {
		try (FlameGraphPage page = FlameGraphPage.open(chromium, sample.allocations() + "?range=15m")) {
			page.page().getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Overview")).click();
			assertThat(page.page()).hasURL(Pattern.compile("/memory/ui\\?range=15m$"));
			assertThat(page.button("15 m")).hasAttribute("aria-pressed", "true");
			assertThat(page.part("rate-note")).not().isEmpty();
		}
	}

	@Test
	void themeIsSwitchedAndRemembered(Chromium chromium, LoadedSample sample) {
		try (FlameGraphPage page = FlameGraphPage.open(chromium, sample.allocations(),
				new NewContextOptions().setColorScheme(ColorScheme.DARK))) {
			Locator root = page.page().locator("html");
			String system = page.color(2, 20);
			assertThat(root).hasAttribute("data-theme", "system");
			page.button("Theme: system. Switch theme").click();
			assertThat(root).hasAttribute("data-theme", "light");
			assertThat(page.color(2, 20)).isNotEqualTo(system);
			page.button("Theme: light. Switch theme").click();
			page.page().reload();
			assertThat(root).hasAttribute("data-theme", "dark");
			assertThat(page.selected()).hasText("all");
			assertThat(page.color(2, 20)).isEqualTo(system);
			page.button("Theme: dark. Switch theme").click();
			assertThat(root).hasAttribute("data-theme", "system");
		}
	}

	@ParameterizedTest
	@ValueSource(ints = { 390, 1024, 1480 })
	void nothingStandsOutAtTheSide(int width, Chromium chromium, LoadedSample sample) {
		NewContextOptions screen = new NewContextOptions().setViewportSize(width, 800);
		try (FlameGraphPage page = FlameGraphPage.open(chromium, sample.allocations() + "?range=all", screen)) {
			page.selectName();
			for (String view : List.of("Icicle", "Flame", "Callers", "Tree", "Top")) {
				page.view(view);
				assertThat(overflow(page.page())).as(view).isZero();
			}
			page.page().navigate(sample.overview() + "?range=all");
			assertThat(page.part("your-code").getByTitle(FlameGraphPage.NAME)).isVisible();
			assertThat(overflow(page.page())).as("Overview").isZero();
			page.page().navigate(sample.memory());
			assertThat(page.part("tables")).isVisible();
			assertThat(overflow(page.page())).as("Live memory").isZero();
			page.page().navigate(sample.gc() + "?range=all");
			assertThat(page.part("events").getByRole(AriaRole.BUTTON).first()).isVisible();
			assertThat(overflow(page.page())).as("GC").isZero();
			sample.load(1);
			page.page().navigate(sample.routes());
			assertThat(page.part("routes").getByRole(AriaRole.LINK).first()).isVisible();
			assertThat(overflow(page.page())).as("Routes").isZero();
			page.page().navigate(sample.latency());
			assertThat(page.part("workers").getByRole(AriaRole.BUTTON).first()).isVisible();
			assertThat(overflow(page.page())).as("Latency").isZero();
			page.page().route(HeapDumpAnswers.ADDRESS, HeapDumpAnswers::many);
			page.page().navigate(sample.heapDumps());
			page.part("dumps").getByText("Facts").nth(4).click();
			assertThat(overflow(page.page())).as("Heap dumps").isZero();
			page.button("Take a heap dump").click();
			assertThat(overflow(page.page())).as("Heap dumps, with the question open").isZero();
		}
	}

	private static int overflow(Page page) {
		return (int) page.evaluate("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
	}

	@TestFactory
	Stream<DynamicTest> partsHaveRolesAndNames(Chromium chromium, LoadedSample sample) {
		FlameGraphPage page = FlameGraphPage.open(chromium, sample.allocations() + "?range=all");
		return Stream.of(part(AriaRole.BANNER, ""), part(AriaRole.NAVIGATION, "Main"), part(AriaRole.MAIN, ""),
				part(AriaRole.GROUP, "Time range"), part(AriaRole.GROUP, "View"), part(AriaRole.GROUP, "Shown frames"),
				part(AriaRole.GROUP, "Weight"), part(AriaRole.GROUP, "Part of the retained time"),
				part(AriaRole.NAVIGATION, "Path to the selected frame"), part(AriaRole.COMPLEMENTARY, "Selected frame"),
				part(AriaRole.TEXTBOX, "Search frames, regular expression"),
				part(AriaRole.SLIDER, "Start of the range"), part(AriaRole.SLIDER, "End of the range"),
				part(AriaRole.COMBOBOX, "Route"), part(AriaRole.COMBOBOX, "Class"), part(AriaRole.COMBOBOX, "Thread"),
				part(AriaRole.BUTTON, "Pause"), part(AriaRole.LINK, "Skip to content"))
			.map((part) -> DynamicTest.dynamicTest(part.toString(), () -> assertThat(part.in(page)).hasCount(1)))
			.onClose(page::close);
	}

	private static Part part(AriaRole role, String name) {
		return new Part(role, name);
	}

	private record Part(AriaRole role, String name) {

		Locator in(FlameGraphPage page) {
			Page.GetByRoleOptions named = new Page.GetByRoleOptions().setName(this.name).setExact(true);
			return page.page().getByRole(this.role, this.name.isEmpty() ? null : named);
		}

		@Override
		public String toString() {
			return this.role + " " + this.name;
		}

	}

}
