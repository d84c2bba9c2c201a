package io.github.heapwise.ui.js;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import com.microsoft.playwright.Page;
import io.github.heapwise.ui.test.BrowserTest;
import io.github.heapwise.ui.test.Chromium;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Runs the tests of the pages' modules, {@code src/test/js/*.test.js}, in a real browser.
 */
@BrowserTest
class JavaScriptTests {

	private static final Path FOLDER = Path.of("src/test/js");

	@AutoClose
	private static final SourceServer SOURCES = new SourceServer();

	@TestFactory
	Stream<DynamicContainer> modules(Chromium chromium) throws IOException {
		try (Stream<Path> files = Files.list(FOLDER)) {
			List<String> modules = files.map((file) -> file.getFileName().toString())
				.filter((file) -> file.endsWith(".test.js"))
				.sorted()
				.toList();
			assertThat(modules).isNotEmpty();
			return modules.stream().map((file) -> module(file, SOURCES.open(chromium)));
		}
	}

	private static DynamicContainer module(String file, Page page) {
		Object names = page.evaluate("(file) => import('./' + file).then(() => testNames())", file);
		return DynamicContainer.dynamicContainer(file,
				((List<?>) names).stream().map((name) -> test(page, (String) name)).onClose(page::close));
	}

	private static DynamicTest test(Page page, String name) {
		return DynamicTest.dynamicTest(name, () -> page.evaluate("(name) => runTest(name)", name));
	}

}
