package io.github.heapwise.ui.js;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.github.heapwise.calltree.FlameGraphHtml;
import io.github.heapwise.calltree.FoldedStacks;
import io.github.heapwise.calltree.FrameCategory;
import io.github.heapwise.calltree.Hwf1Encoder;
import io.github.heapwise.ui.test.BrowserTest;
import io.github.heapwise.ui.test.Chromium;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Opens an exported flame graph from disk.
 */
@BrowserTest
class OfflineFlameGraphTests {

	private static final String STACKS = """
			com.acme.Main.run;com.acme.Cart.add;byte[] 3000000
			com.acme.Main.run;org.lib.Json.write;byte[] 1000000
			""";

	private static final String META = """
			{"unit": "bytes", "samples": 1500, "errorRatio": 0.026}""";

	private final List<String> problems = new ArrayList<>();

	private Page page;

	@BeforeEach
	void open(Chromium chromium, @TempDir Path directory) throws IOException {
		byte[] profile = Hwf1Encoder.encode(FoldedStacks.read(new StringReader(STACKS), this::category), META, false);
		Path file = Files.writeString(directory.resolve("flamegraph.html"), FlameGraphHtml.of("Cart <& Co>", profile));
		this.page = chromium.newPage();
		this.page.onConsoleMessage((message) -> this.problems.add(message.text()));
		this.page.onPageError(this.problems::add);
		this.page.onRequest((request) -> this.problems.add(request.url()));
		this.page.navigate(file.toUri().toString());
		this.problems.remove(file.toUri().toString());
		assertThat(part("summary")).not().hasText("Reading the profile");
	}

	@AfterEach
	void close() {
		this.page.close();
	}

	@Test
	void fileAsksNobodyForAnything() {
		part("search").fill("json");
		assertThat(part("match")).hasText("1 frame · 25.0 %");
		assertThat(this.problems).isEmpty();
	}

	@Test
	void summaryGivesEstimateAndSampleCountTogether() {
		assertThat(part("summary")).hasText("4 MB ± 2.6 % from 1,500 samples");
		assertThat(this.page).hasTitle("Cart <& Co>");
	}

	@Test
	void tableListsYourCode() {
		assertThat(part("your-code").locator("tr").first())
			.hasText(Pattern.compile("com\\.acme\\.Cart\\.add\\s*byte\\[]\\s*3 MB\\s*75.0 %"));
	}

	@Test
	void arrowKeysMoveAndEnterZooms() {
		Locator canvas = this.page.locator("canvas");
		canvas.press("ArrowDown");
		canvas.press("ArrowDown");
		assertThat(part("live")).hasText("com.acme.Cart.add, 3 MB, 75.0 %");
		canvas.press("Enter");
		assertThat(part("path").locator("li")).hasText(new String[] { "all", "Main.run", "Cart.add" });
		canvas.press("Escape");
		assertThat(part("path").locator("li")).hasText(new String[] { "all" });
	}

	@Test
	void hiddenCategoryLeavesTheGraph() {
		part("chip-dep").click();
		part("search").fill("json");
		assertThat(part("match")).hasText("0 frames · 0 %");
	}

	@Test
	void badExpressionIsSaid() {
		part("search").fill("a(");
		assertThat(part("match")).hasText("Unterminated group");
	}

	private Locator part(String id) {
		return this.page.locator("#" + id);
	}

	private FrameCategory category(String name) {
		if (name.endsWith("[]")) {
			return FrameCategory.ALLOCATED_CLASS;
		}
		return name.startsWith("com.acme") ? FrameCategory.APPLICATION : FrameCategory.DEPENDENCY;
	}

}
