package com.example.names.browser;

import java.util.regex.Pattern;

import com.microsoft.playwright.Locator;
import io.github.heapwise.ui.test.Chromium;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

/**
 * Looking around in the flame graph.
 */
@PageTest
class FlameGraphIntegrationTests {

	private FlameGraphPage page;

	@BeforeEach
	void open(Chromium chromium, LoadedSample sample) {
		this.page = FlameGraphPage.open(chromium, sample.allocations() + "?range=all");
	}

	@AfterEach
	void close() {
		this.page.close();
	}

	@Test
	void icicleGrowsDownFromTheRoot() {
		this.page.clickRow(0);
		assertThat(this.page.selected()).hasText("all");
		this.page.canvas().press("ArrowDown");
		assertThat(this.page.selected()).not().hasText("all");
		this.page.canvas().press("ArrowUp");
		assertThat(this.page.selected()).hasText("all");
	}

	@Test
	void flameGrowsUpFromTheRoot() {
		this.page.view("Flame");
		assertThat(this.page.page()).hasURL(Pattern.compile("view=flame"));
		this.page.clickAtTheBottom();
		assertThat(this.page.selected()).hasText("all");
		this.page.canvas().press("ArrowUp");
		assertThat(this.page.selected()).not().hasText("all");
		this.page.canvas().press("ArrowDown");
		assertThat(this.page.selected()).hasText("all");
	}

	@Test
	void chipsAreLegendAndFilter() {
		Locator jdk = this.page.chip("JDK");
		assertThat(jdk).hasAttribute("aria-pressed", "true");
		assertThat(jdk).hasText(Pattern.compile("JDK\\d+ %"));
		String statistics = this.page.part("statistics").textContent();
		jdk.click();
		assertThat(jdk).hasAttribute("aria-pressed", "false");
		assertThat(this.page.part("statistics")).not().hasText(statistics);
		this.page.view("Tree");
		this.page.part("search").fill("^java\\.");
		assertThat(this.page.part("search-result")).not().hasText("0 frames · 0 %");
		assertThat(this.page.page().locator("[role=treeitem][data-match] .hw-swatch--jdk")).hasCount(0);
		jdk.click();
		assertThat(jdk).hasAttribute("aria-pressed", "true");
		assertThat(this.page.part("statistics")).hasText(statistics);
	}

	@Test
	void everyCategoryCanBeHidden() {
		for (String category : new String[] { "App", "Dependencies", "JDK", "Class" }) {
			this.page.chip(category).click();
			assertThat(this.page.chip(category)).hasAttribute("aria-pressed", "false");
		}
		assertThat(this.page.parameter("hide")).isEqualTo("app%2Cdep%2Cjdk%2Cclass");
		assertThat(this.page.part("statistics")).hasText(Pattern.compile("^\\d+ frames shown, "));
		this.page.chip("App").click();
		assertThat(this.page.chip("App")).hasAttribute("aria-pressed", "true");
	}

	@Test
	void plumbingFoldsIntoARowAndOpensAgain() {
		this.page.view("Tree");
		Locator folded = this.page.page().locator("[role=treeitem] .hw-swatch--fold");
		Locator chip = this.page.chip("Fold plumbing");
		this.page.selectName();
		assertThat(folded.first()).isVisible();
		chip.click();
		assertThat(chip).hasAttribute("aria-pressed", "false");
		assertThat(folded).hasCount(0);
		assertThat(this.page.selected()).hasText(FlameGraphPage.NAME);
		chip.click();
		assertThat(folded.first()).isVisible();
	}

	@Test
	void aFoldedRowUnfoldsWhenItIsClicked() {
		String before = this.page.part("statistics").textContent();
		this.page.clickFoldedRow();
		assertThat(this.page.part("statistics")).not().hasText(before);
		assertThat(this.page.chip("Fold plumbing")).hasAttribute("aria-pressed", "true");
	}

	@Test
	void doubleClickZoomsAndEscapeGoesBack() {
		this.page.chip("Fold plumbing").click();
		this.page.doubleClickRow(4);
		assertThat(this.page.page()).hasURL(Pattern.compile("zoom=[0-9a-f]{16}"));
		assertThat(this.page.crumbs()).hasCount(5);
		assertThat(this.page.crumbs().last()).hasAttribute("aria-current", "true");
		this.page.canvas().press("Escape");
		assertThat(this.page.page()).not().hasURL(Pattern.compile("zoom="));
		assertThat(this.page.crumbs()).hasText(new String[] { "all" });
	}

	@Test
	void enterZoomsAndTheBreadcrumbLeadsOut() {
		this.page.selectName();
		this.page.canvas().press("Enter");
		assertThat(this.page.page()).hasURL(Pattern.compile("zoom=[0-9a-f]{16}"));
		assertThat(this.page.canvas()).hasAttribute("aria-label", Pattern.compile("below " + FlameGraphPage.NAME));
		assertThat(this.page.crumbs().last()).hasText("LeakingNames.name");
		this.page.crumbs().first().click();
		assertThat(this.page.page()).not().hasURL(Pattern.compile("zoom="));
		assertThat(this.page.selected()).hasText("all");
	}

	@Test
	void arrowsMoveToTheHeaviestBelowAndToNeighbours() {
		this.page.canvas().focus();
		for (int i = 0; i < 8; i++) {
			this.page.canvas().press("ArrowDown");
		}
		String deep = this.page.parameter("selected");
		this.page.canvas().press("ArrowUp");
		assertThat(this.page.parameter("selected")).isNotEqualTo(deep);
		this.page.canvas().press("ArrowDown");
		assertThat(this.page.parameter("selected")).isEqualTo(deep);
		pressUntilAnotherIsSelected("ArrowLeft", "ArrowRight");
		this.page.canvas().press("Escape");
		assertThat(this.page.selected()).hasText("all");
		assertThat(this.page.canvas()).isFocused();
	}

	// The heaviest may be the first or the last of its row, never both.
	private void pressUntilAnotherIsSelected(String... keys) {
		String selected = this.page.parameter("selected");
		for (String key : keys) {
			this.page.canvas().press(key);
			if (!selected.equals(this.page.parameter("selected"))) {
				return;
			}
		}
		fail("Neither key leads to a neighbour");
	}

	@Test
	void focusMergesAllOccurrencesAndHideLeavesThemOut() {
		this.page.selectName();
		this.page.canvas().press("f");
		assertThat(this.page.page()).hasURL(Pattern.compile("focus=com.example.names.LeakingNames.name"));
		this.page.button("Focus " + FlameGraphPage.NAME + ", remove").click();
		assertThat(this.page.page()).not().hasURL(Pattern.compile("focus="));
		this.page.selectName();
		this.page.canvas().press("h");
		assertThat(this.page.page()).hasURL(Pattern.compile("without=com.example.names.LeakingNames.name"));
		this.page.button("Hidden " + FlameGraphPage.NAME + ", remove").click();
		assertThat(this.page.page()).not().hasURL(Pattern.compile("without="));
	}

	@Test
	void searchTellsTheSharePaintsMatchesAndGoesFromOneToTheNext() {
		this.page.page().keyboard().press("/");
		assertThat(this.page.part("search")).isFocused();
		String before = this.page.color(5, 17);
		this.page.page().keyboard().type("^(all|com\\.example\\.names\\.Leaking.*)$");
		assertThat(this.page.part("search-result")).hasText(Pattern.compile("^\\d+ frames · 100(\\.0)? %$"));
		assertThat(this.page.color(5, 17)).isNotEqualTo(before);
		this.page.part("search").fill("LeakingNames\\.name$");
		assertThat(this.page.part("search-result")).hasText(Pattern.compile("^\\d+ frames? · [\\d.]+ %$"));
		this.page.canvas().press("n");
		assertThat(this.page.selected()).hasText(FlameGraphPage.NAME);
		this.page.part("search").press("Escape");
		assertThat(this.page.part("search-result")).isEmpty();
	}

	@Test
	void badExpressionIsSaidInThePage() {
		this.page.part("search").fill("Leaking(");
		assertThat(this.page.part("search")).hasAttribute("aria-invalid", "true");
		assertThat(this.page.part("search-result")).hasAttribute("data-state", "error");
		assertThat(this.page.part("search-result")).not().isEmpty();
		this.page.part("search").fill("Leaking");
		assertThat(this.page.part("search")).hasAttribute("aria-invalid", "false");
	}

	@Test
	void canvasNeedsNoMouse() {
		this.page.part("search").focus();
		for (int i = 0; i < 12 && !isCanvasFocused(); i++) {
			this.page.page().keyboard().press("Tab");
		}
		assertThat(this.page.canvas()).isFocused();
		this.page.page().keyboard().press("ArrowDown");
		this.page.page().keyboard().press("ArrowDown");
		assertThat(this.page.selected()).not().hasText("all");
		assertThat(this.page.part("announcement")).hasText(Pattern.compile(".+, [\\d.]+ [kMG]?B, [\\d.]+ %"));
	}

	private boolean isCanvasFocused() {
		return (boolean) this.page.canvas().evaluate("(canvas) => canvas === document.activeElement");
	}

}
