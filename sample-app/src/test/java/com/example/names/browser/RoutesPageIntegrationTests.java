package com.example.names.browser;

import java.util.regex.Pattern;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import com.microsoft.playwright.options.AriaRole;
import io.github.heapwise.ui.test.Chromium;
import org.junit.jupiter.api.Test;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/**
 * The page of routes.
 */
@PageTest
class RoutesPageIntegrationTests {

	private static final int REQUESTS = 30;

	private static final IsVisibleOptions AFTER_THE_NEXT_QUESTION = new IsVisibleOptions().setTimeout(15_000);

	private static final Pattern BYTES = Pattern.compile("^[\\d.]+ [kMG]?B$");

	@Test
	void aRouteShowsWhatItsRequestsCost(Chromium chromium, LoadedSample sample) {
		try (Visit visit = open(chromium, sample)) {
			Locator row = row(visit);
			assertThat(row.getByRole(AriaRole.ROWHEADER)).hasText("GET /");
			assertThat(cell(row, 0)).hasText("exact");
			assertThat(cell(row, 1)).hasText(BYTES);
			assertThat(cell(row, 2)).hasText(BYTES);
			assertThat(row.getByRole(AriaRole.IMG)).hasAttribute("aria-label",
					Pattern.compile("^at most [\\d.]+ [kMG]?B in 10 s, latest .+B$"));
			assertThat(cell(row, 6)).hasText(Pattern.compile("^[\\d,]+$"));
			assertThat(cell(row, 8)).hasText("0");
			assertThat(cell(row, 9)).hasText(Pattern.compile("^[\\d.]+ (µs|ms|s)$"));
			assertThat(visit.part("per-request")).hasText(BYTES);
			assertThat(visit.part("mode")).hasText(Pattern.compile("^Bytes are exact: .+"));
			assertThat(visit.page().locator("main")).containsText("Allocated, not held:");
		}
	}

	@Test
	void theTableSortsBothWaysByWhatIsClicked(Chromium chromium, LoadedSample sample) {
		try (Visit visit = open(chromium, sample)) {
			Locator heading = visit.part("routes")
				.getByRole(AriaRole.COLUMNHEADER, new Locator.GetByRoleOptions().setName("per request"));
			assertThat(visit.part("routes").locator("[aria-sort='descending']")).hasText("total");
			heading.getByRole(AriaRole.BUTTON).press("Enter");
			assertThat(heading).hasAttribute("aria-sort", "descending");
			assertThat(heading.getByRole(AriaRole.BUTTON)).isFocused();
			heading.getByRole(AriaRole.BUTTON).press("Enter");
			assertThat(heading).hasAttribute("aria-sort", "ascending");
		}
	}

	@Test
	void aRouteLeadsToItsFlameGraph(Chromium chromium, LoadedSample sample) {
		try (Visit visit = open(chromium, sample)) {
			row(visit).getByRole(AriaRole.LINK).click();
			assertThat(visit.page()).hasTitle("Allocations · names · Heapwise");
			assertThat(visit.part("route")).hasValue("GET /");
		}
	}

	@Test
	void beforeTheFirstRequestThePageSaysWhatToDo(Chromium chromium) {
		try (Host host = Host.start(Shape.MVC); Visit visit = Visit.open(chromium, host.routes())) {
			assertThat(visit.part("empty")).containsText("No request yet");
			assertThat(visit.part("figures")).isHidden();
			host.load(1);
			assertThat(row(visit)).isVisible(AFTER_THE_NEXT_QUESTION);
			assertThat(visit.part("empty")).isHidden();
		}
	}

	private static Visit open(Chromium chromium, LoadedSample sample) {
		sample.load(REQUESTS);
		Visit visit = Visit.open(chromium, sample.routes());
		assertThat(row(visit)).isVisible();
		return visit;
	}

	private static Locator row(Visit visit) {
		Locator link = visit.page()
			.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("GET /").setExact(true));
		return visit.part("routes").locator("tbody tr").filter(new Locator.FilterOptions().setHas(link));
	}

	private static Locator cell(Locator row, int index) {
		return row.getByRole(AriaRole.CELL).nth(index);
	}

}
