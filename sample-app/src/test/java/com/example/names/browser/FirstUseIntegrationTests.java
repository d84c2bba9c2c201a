package com.example.names.browser;

import java.util.regex.Pattern;

import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import io.github.heapwise.ui.test.Chromium;
import org.junit.jupiter.api.Test;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/**
 * What somebody sees who starts the sample, loads it and opens the page.
 */
@PageTest
class FirstUseIntegrationTests {

	@Test
	void theLeakIsFirstWithinFifteenSecondsOfTheLoad(Chromium chromium) {
		try (LoadedSample sample = LoadedSample.asInTheReadme();
				FlameGraphPage page = FlameGraphPage.open(chromium, sample.allocations())) {
			assertThat(page.yourCode().nth(1)).containsText("LeakingNames.name",
					new ContainsTextOptions().setTimeout(15_000));
			assertThat(page.canvas()).hasAttribute("aria-label",
					Pattern.compile("most of your code's in com.example.names.LeakingNames.name"));
		}
	}

}
