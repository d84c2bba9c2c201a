package com.example.names.browser;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import io.github.heapwise.ui.test.Chromium;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * The other ways to look at a profile, and to take it along.
 */
@PageTest
class ViewsIntegrationTests {

	private FlameGraphPage page;

	@BeforeEach
	void open(Chromium chromium, LoadedSample sample) {
		this.page = FlameGraphPage.open(chromium, sample.allocations() + "?range=all",
				new NewContextOptions().setViewportSize(1480, 900)
					.setPermissions(List.of("clipboard-read", "clipboard-write")));
	}

	@AfterEach
	void close() {
		this.page.close();
	}

	@Test
	void tableOfYourCodeHasTheLeakFirst() {
		assertThat(this.page.yourCode().nth(1)).containsText("LeakingNames.name");
		assertThat(this.page.yourCode().nth(1)).containsText("byte[]");
		this.page.selectName();
		assertThat(this.page.crumbs().last()).hasText("LeakingNames.name");
	}

	@Test
	void sidePanelTellsAboutTheSelectedFrame() {
		this.page.selectName();
		Locator side = this.page.part("side");
		assertThat(side.getByRole(AriaRole.TERM)).hasText(new Pattern[] { Pattern.compile("^total, [\\d.]+ % of all$"),
				Pattern.compile("^self$"), Pattern.compile("^rate in range$") });
		assertThat(side.getByRole(AriaRole.DEFINITION)).hasText(new Pattern[] { Pattern.compile("^[\\d.]+ [kM]?B$"),
				Pattern.compile("^[\\d.]+ [kM]?B$"), Pattern.compile("^[\\d.]+ [kM]?B/s$") });
		assertThat(side).containsText("Classes allocated below");
		assertThat(side).containsText("java.lang.String");
		assertThat(side).containsText("Called from");
	}

	@Test
	void stackIsCopiedInnermostFrameFirst() {
		this.page.selectName();
		this.page.button("Copy stack").click();
		assertThat(this.page.part("announcement")).hasText("Stack copied");
		assertThat(clipboard().split("\n")).hasSizeGreaterThan(20)
			.startsWith(FlameGraphPage.NAME)
			.endsWith("java.lang.Thread.run")
			.noneMatch((frame) -> frame.contains("frames ·"));
	}

	@Test
	void copiedLinkLeadsToTheSameFrame(Chromium chromium) {
		this.page.selectName();
		this.page.button("Zoom").click();
		this.page.part("search").fill("byte");
		this.page.button("Copy link").click();
		assertThat(this.page.part("announcement")).hasText("Link copied");
		try (FlameGraphPage other = FlameGraphPage.open(chromium, clipboard())) {
			assertThat(other.selected()).hasText(FlameGraphPage.NAME);
			assertThat(other.part("search")).hasValue("byte");
		}
	}

	private String clipboard() {
		return (String) this.page.page().evaluate("() => navigator.clipboard.readText()");
	}

	@Test
	void callersTurnTheTreeOver() {
		this.page.view("Callers");
		this.page.canvas().focus();
		this.page.canvas().press("ArrowDown");
		assertThat(this.page.selected()).hasText(Pattern.compile("\\[]$|^[a-z]+\\.[\\w.$]+$"));
		assertThat(this.page.part("side")).containsText("Called from");
		this.page.part("search").fill("LeakingNames\\.name$");
		assertThat(this.page.part("search-result")).hasText(Pattern.compile("^\\d+ frames? · [\\d.]+ %$"));
	}

	@Test
	void treeOpensAndClosesByKeyboard() {
		this.page.view("Tree");
		Locator items = this.page.page().getByRole(AriaRole.TREEITEM);
		Locator root = items.first();
		assertThat(root).hasAttribute("aria-expanded", "true");
		root.click();
		int open = items.count();
		root.press("ArrowLeft");
		assertThat(items).hasCount(1);
		root.press("ArrowRight");
		assertThat(items).hasCount(open);
		root.press("ArrowDown");
		assertThat(items.nth(1)).isFocused();
		assertThat(items.nth(1)).hasAttribute("aria-selected", "true");
		assertThat(items.nth(1)).hasAttribute("aria-level", "2");
	}

	@Test
	void treeAndFlameGraphShareTheSelection() {
		this.page.view("Tree");
		this.page.selectName();
		assertThat(this.page.page().locator("[role=treeitem][aria-selected=true]")).containsText(FlameGraphPage.NAME);
		this.page.view("Icicle");
		assertThat(this.page.selected()).hasText(FlameGraphPage.NAME);
		assertThat(this.page.crumbs().last()).hasText("LeakingNames.name");
	}

	@Test
	void topListsFunctionsAndClasses() {
		this.page.view("Top");
		Locator functions = this.page.part("top-functions");
		assertThat(functions.getByRole(AriaRole.COLUMNHEADER).nth(1)).hasAttribute("aria-sort", "descending");
		functions.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("total")).click();
		assertThat(functions.getByRole(AriaRole.COLUMNHEADER).nth(2)).hasAttribute("aria-sort", "descending");
		this.page.part("search").fill("LeakingNames\\.name$");
		assertThat(functions.getByRole(AriaRole.ROW)).hasCount(2);
		this.page.part("search").fill("");
		this.page.part("top-classes").getByTitle("byte[]").click();
		assertThat(this.page.part("type")).hasValue("byte[]");
	}

	@Test
	void functionOfTheTopViewOpensFocused() {
		this.page.view("Top");
		this.page.part("search").fill("LeakingNames\\.name$");
		this.page.part("top-functions").getByTitle(FlameGraphPage.NAME).click();
		assertThat(this.page.canvas()).isVisible();
		assertThat(this.page.button("Focus " + FlameGraphPage.NAME + ", remove")).isVisible();
	}

	@Test
	void foldedStacksAreDownloaded(@TempDir Path folder) {
		Path file = download("folded.txt", folder);
		assertThat(file).content().contains(FlameGraphPage.NAME + ";");
		assertThat(file).content().matches("(?s)(\\S.* \\d+\n)+");
	}

	@Test
	void flameGraphIsDownloadedAndOpensFromDisk(Chromium chromium, @TempDir Path folder) {
		Path file = download("flamegraph.html", folder);
		try (Visit offline = Visit.open(chromium, file.toUri().toString())) {
			assertThat(offline.page().locator("canvas")).isVisible();
			offline.page().getByLabel("Search frames, regular expression").fill("LeakingNames\\.name$");
			assertThat(offline.page().getByRole(AriaRole.STATUS))
				.hasText(Pattern.compile("^\\d+ frames? · [\\d.]+ %$"));
		}
	}

	private Path download(String name, Path folder) {
		this.page.part("export").locator("summary").click();
		Download download = this.page.page().waitForDownload(() -> this.page.part("export").getByText(name).click());
		assertThat(download.suggestedFilename())
			.matches(name.replace(".", "-\\d{8}-\\d{6}Z\\.").replaceFirst("^", "names-"));
		Path file = folder.resolve(name);
		download.saveAs(file);
		return file;
	}

}
