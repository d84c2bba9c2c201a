package io.github.heapwise.ui.js;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Runs the tests of the pages' modules, {@code src/test/js/*.test.js}, in a real browser.
 */
class JavaScriptTests {

	private static final Path FOLDER = Path.of("src/test/js");

	private static Chromium chromium;

	@BeforeAll
	static void startBrowser() {
		chromium = Chromium.start();
	}

	@AfterAll
	static void closeBrowser() {
		if (chromium != null) {
			chromium.close();
		}
	}

	@TestFactory
	Stream<DynamicContainer> modules() throws IOException {
		try (Stream<Path> files = Files.list(FOLDER)) {
			List<String> modules = files.map((file) -> file.getFileName().toString())
				.filter((file) -> file.endsWith(".test.js"))
				.sorted()
				.toList();
			assertThat(modules).isNotEmpty();
			return modules.stream().map(JavaScriptTests::module);
		}
	}

	private static DynamicContainer module(String file) {
		Page page = chromium.open();
		Object names = page.evaluate("(file) => import('./' + file).then(() => testNames())", file);
		return DynamicContainer.dynamicContainer(file,
				((List<?>) names).stream().map((name) -> test(page, (String) name)));
	}

	private static DynamicTest test(Page page, String name) {
		return DynamicTest.dynamicTest(name, () -> page.evaluate("(name) => runTest(name)", name));
	}

}
