package com.example.names.browser;

import java.nio.file.Path;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.github.heapwise.ui.test.Chromium;
import org.junit.jupiter.api.Test;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Takes the picture of the README. It goes to {@code target/}, or to the folder that the
 * property {@code heapwise.test.screenshots} names, relative to the root of the project:
 * <pre>
 * mvn verify -pl sample-app -am -Dit.test=ScreenshotIntegrationTests \
 *     -Dheapwise.test.screenshots=docs/images
 * </pre>
 */
@PageTest
class ScreenshotIntegrationTests {

	@Test
	void flameGraphOfTheLoadedSample(Chromium chromium, LoadedSample sample) {
		NewContextOptions light = new NewContextOptions().setViewportSize(1480, 900).setColorScheme(ColorScheme.LIGHT);
		try (FlameGraphPage page = FlameGraphPage.open(chromium, sample.allocations() + "?range=all", light)) {
			page.selectName();
			page.page().locator("h1").click();
			assertThat(page.part("pause")).isVisible();
			Path picture = folder().resolve("flamegraph.png");
			page.page().screenshot(new Page.ScreenshotOptions().setPath(picture));
			assertThat(picture).isNotEmptyFile();
		}
	}

	private static Path folder() {
		String configured = System.getProperty("heapwise.test.screenshots");
		return (configured != null) ? Path.of("..").resolve(configured) : Path.of("target");
	}

}
