package com.example.names.browser;

import java.util.regex.Pattern;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.github.heapwise.ui.test.Chromium;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/**
 * The first page.
 */
@PageTest
class OverviewIntegrationTests {

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
		assertThat(this.visit.part("total")).hasText(Pattern.compile("^[\\d.]+ [MG]B$"));
		assertThat(this.visit.part("total-note")).hasText(Pattern.compile("^± [\\d.]+ % from [\\d,]+ samples$"));
		assertThat(this.visit.part("samples")).hasText(Pattern.compile("^[\\d,]+/s$"));
		assertThat(this.visit.part("cost")).hasText(Pattern.compile("^<?[\\d.]+ %$"));
		assertThat(this.visit.part("kept-note")).hasText(Pattern.compile("^[\\d,]+ of 200,000 nodes$"));
		assertThat(this.visit.part("recorder-text"))
			.hasText(Pattern.compile("^Recording · [\\d,]+ samples/s · .+ CPU$"));
	}

	@Test
	void chartStatesItsFinding() {
		assertThat(this.visit.page().getByRole(AriaRole.IMG)).hasAttribute("aria-label",
				Pattern.compile("^Allocation rate from .+ to .+: .+B/s on average, .+B/s at most$"));
	}

	@Test
	void functionLeadsToItsFlameGraph() {
		Locator name = this.visit.part("your-code").getByRole(AriaRole.LINK).first();
		assertThat(name).hasText(Pattern.compile("^LeakingNames\\.name"));
		name.click();
		assertThat(this.visit.button("Focus " + FlameGraphPage.NAME + ", remove")).isVisible();
		assertThat(this.visit.button("All")).hasAttribute("aria-pressed", "true");
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
