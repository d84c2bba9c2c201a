package com.example.names.browser;

import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Position;
import io.github.heapwise.ui.test.BrowserTest;
import io.github.heapwise.ui.test.Chromium;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * The page of what is in a heap dump: two dumps of the sample that never forgets a name,
 * with load between them.
 */
@BrowserTest
class HeapDumpPageIntegrationTests {

	// By a process that gives way to all others, so that on a busy machine it takes as
	// long as it is allowed to.
	private static final IsVisibleOptions WHEN_ANALYSED = new IsVisibleOptions()
		.setTimeout(Duration.ofMinutes(15).toMillis());

	// Some 100 bytes each: enough to stand out, however slow the machine was under load.
	private static final int NAMES = 8000;

	private static final String LEAK = "com.example.names.LeakingNames";

	private static final String MAP = "java.util.concurrent.ConcurrentHashMap";

	private static final Pattern VIEWS = Pattern
		.compile("Classes|Dominators|Duplicate strings|Collections|Class loaders|Threads|Unreachable|Compare");

	@TempDir
	private static Path directory;

	@AutoClose
	private static LoadedSample sample;

	private static String address;

	@BeforeAll
	static void takeTwoDumps(Chromium chromium) {
		sample = LoadedSample.with("--load.seconds=8", "--heapwise.heapdump.directory=" + directory);
		try (Visit visit = Visit.open(chromium, sample.heapDumps())) {
			take(visit, "early");
			sample.load(NAMES);
			take(visit, "late");
			row(visit, "late").getByText("Look").click();
			assertThat(suspect(visit)).isVisible(WHEN_ANALYSED);
			address = visit.page().url();
		}
	}

	@Test
	void theFirstSuspectIsTheGrowingMapOfNames(Chromium chromium) {
		try (Visit visit = Visit.open(chromium, address)) {
			assertThat(suspect(visit)).containsText(MAP);
			assertThat(suspect(visit).locator(".hw-suspect__sentence")).containsText(LEAK);
			assertThat(suspect(visit).locator(".hw-suspect__growth")).containsText("+");
			assertThat(suspect(visit).locator(".hw-suspect__held")).containsText("java.lang.String");
			assertThat(visit.part("suspects")).containsText("'early'");
		}
	}

	@Test
	void fromASuspectOneClickLeadsToWhereItIsAllocated(Chromium chromium) {
		try (Visit visit = Visit.open(chromium, address)) {
			suspect(visit).getByText(Pattern.compile("^Allocation flame graph of")).click();
			assertThat(visit.page()).hasURL(Pattern.compile("/memory/ui/allocations\\?range=all&type=java\\."));
			assertThat(visit.part("summary")).not().isEmpty();
		}
	}

	@Test
	void fromASuspectOneClickLeadsToThePathsOfIt(Chromium chromium) {
		try (Visit visit = Visit.open(chromium, address)) {
			suspect(visit).getByText("Paths to roots").click();
			assertThat(visit.part("paths")).containsText(LEAK);
			assertThat(visit.part("object").locator(".hw-crumbs")).containsText(LEAK);
			visit.page().goBack();
			assertThat(suspect(visit)).isVisible();
		}
	}

	@Test
	void theComparisonNamesTheEntriesOfTheMap(Chromium chromium) {
		try (Visit visit = Visit.open(chromium, address)) {
			tab(visit, "Compare").click();
			Locator entries = visit.part("compare")
				.locator("tbody tr")
				.filter(new Locator.FilterOptions().setHasText(MAP + "$Node"));
			assertThat(entries.first()).containsText("grown");
			assertThat(entries.first()).containsText("+");
			visit.part("compare").locator("input").fill(MAP + "$Node");
			assertThat(visit.page()).hasURL(Pattern.compile("filter=java"));
			assertThat(visit.part("compare").locator("tbody tr").first()).containsText("ConcurrentHashMap$Node");
		}
	}

	@Test
	void theFixedVariantHasNoSuchSuspect(@TempDir Path dumps, Chromium chromium) {
		try (LoadedSample fixed = LoadedSample.with("--spring.profiles.active=02-fixed", "--load.seconds=8",
				"--heapwise.heapdump.directory=" + dumps); Visit visit = Visit.open(chromium, fixed.heapDumps())) {
			take(visit, "fixed");
			row(visit, "fixed").getByText("Look").click();
			assertThat(visit.part("suspects")).containsText("Suspects");
			assertThat(visit.part("suspects")).not().containsText("com.example.names");
			assertThat(visit.part("suspects")).not().containsText(MAP);
		}
	}

	@Test
	void theDominatorTreeIsWalkedByKeyboard(Chromium chromium) {
		try (Visit visit = Visit.open(chromium, address + "&view=dominators")) {
			Page page = visit.page();
			Locator rows = visit.part("dominators").locator("[role=treegrid] tbody tr");
			rows.first().focus();
			page.keyboard().press("ArrowRight");
			assertThat(rows.first()).hasAttribute("aria-expanded", "true");
			assertThat(rows.nth(1)).hasAttribute("aria-level", "2");
			page.keyboard().press("ArrowDown");
			assertThat(rows.nth(1)).isFocused();
			page.keyboard().press("Enter");
			assertThat(visit.part("object")).containsText("Retains");
			page.goBack();
			assertThat(rows.first()).isVisible();
		}
	}

	@Test
	void aClickOnTheTreemapDescends(Chromium chromium) {
		try (Visit visit = Visit.open(chromium, address + "&view=dominators")) {
			Locator map = visit.page().locator(".hw-treemap__canvas");
			assertThat(map).hasAttribute("aria-label",
					Pattern.compile("^Treemap of the rows below\\. The largest is "));
			map.click(new Locator.ClickOptions().setPosition(anyObject(map)));
			assertThat(visit.page()).hasURL(Pattern.compile("node=0x"));
			assertThat(visit.page().getByText("All roots")).isVisible();
		}
	}

	@Test
	void tablesAreSortedByTheServerAndTheAddressRemembersIt(Chromium chromium) {
		try (Visit visit = Visit.open(chromium, address + "&view=classes")) {
			visit.part("classes")
				.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Instances"))
				.click();
			assertThat(visit.page()).hasURL(Pattern.compile("sort=instances"));
			assertThat(visit.part("classes").locator("[aria-sort=descending]")).hasText("Instances");
			visit.part("classes").getByText("Next").click();
			assertThat(visit.page()).hasURL(Pattern.compile("sort=instances&page=2"));
			visit.page().reload();
			assertThat(visit.part("classes").locator(".hw-pager__place")).containsText("Page 2 of");
		}
	}

	@ParameterizedTest
	@EnumSource(names = { "LIGHT", "DARK" })
	void noViewHasGraveFindings(ColorScheme scheme, Chromium chromium) {
		try (Visit visit = Visit.open(chromium, address, AccessibilityIntegrationTests.with(scheme))) {
			assertThat(suspect(visit)).isVisible();
			assertThat(AccessibilityIntegrationTests.graveFindings(visit.page())).as("overview").isEmpty();
			Locator views = visit.part("tabs").getByText(VIEWS);
			for (int i = 0; i < views.count(); i++) {
				open(visit, views.nth(i));
				assertThat(AccessibilityIntegrationTests.graveFindings(visit.page())).as(visit.page().url()).isEmpty();
			}
		}
	}

	@ParameterizedTest
	@ValueSource(ints = { 390, 1480 })
	void noViewIsWiderThanTheWindow(int width, Chromium chromium) {
		NewContextOptions visitor = new NewContextOptions().setViewportSize(width, 800);
		try (Visit visit = Visit.open(chromium, address, visitor)) {
			assertThat(suspect(visit)).isVisible();
			Locator views = visit.part("tabs").getByText(VIEWS);
			for (int i = 0; i < views.count(); i++) {
				open(visit, views.nth(i));
				assertThat(visit.page().evaluate("document.documentElement.scrollWidth - innerWidth"))
					.as(visit.page().url())
					.isEqualTo(0);
			}
		}
	}

	// What is too small to be drawn is one part together, and cannot be descended into.
	private static Position anyObject(Locator map) {
		return IntStream.range(0, 40).mapToObj((i) -> new Position(10 + 20 * i, 20)).filter((position) -> {
			map.hover(new Locator.HoverOptions().setPosition(position));
			return map.evaluate("(canvas) => canvas.style.cursor").equals("pointer");
		}).findFirst().orElseThrow();
	}

	private static void open(Visit visit, Locator tab) {
		tab.click();
		assertThat(visit.part("view").locator("tbody tr, .hw-table__empty:not([hidden])").first()).isVisible();
		assertThat(visit.part("view").locator("[aria-busy=true]")).hasCount(0);
	}

	private static void take(Visit visit, String reason) {
		HeapDumpsPageIntegrationTests.take(visit, reason);
		assertThat(row(visit, reason).getByText("Look")).isVisible(WHEN_ANALYSED);
	}

	private static Locator row(Visit visit, String reason) {
		return visit.part("dumps").locator("[data-dump]").filter(new Locator.FilterOptions().setHasText(reason));
	}

	private static Locator suspect(Visit visit) {
		return visit.page().locator("[data-suspect='1']");
	}

	private static Locator tab(Visit visit, String title) {
		return visit.part("tabs").getByText(title, new Locator.GetByTextOptions().setExact(true));
	}

}
