package io.github.heapwise.ui.js;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Runs the tests of the pages' modules, {@code src/test/js/*.test.js}, in a real browser.
 * A test may return a line of figures, which is printed.
 */
class JavaScriptTests {

	private static final Path TESTS = Path.of("src/test/js");

	private static final List<String> ARGUMENTS = List.of("--no-sandbox", "--disable-gpu", "--disable-quic",
			"--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync");

	private static SourceServer server;

	private static Playwright playwright;

	private static Browser browser;

	@BeforeAll
	static void openBrowser() {
		Optional<Path> chromium = chromium();
		Assumptions.assumeTrue(chromium.isPresent(),
				"The modules of the pages are not tested: no 'chromium' on the PATH, nor a path to one in the property 'heapwise.test.chromium'");
		server = new SourceServer();
		playwright = Playwright
			.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
		browser = playwright.chromium()
			.launch(new BrowserType.LaunchOptions().setExecutablePath(chromium.orElseThrow()).setArgs(ARGUMENTS));
	}

	@AfterAll
	static void closeBrowser() {
		if (server != null) {
			server.close();
			playwright.close();
		}
	}

	@TestFactory
	Stream<DynamicContainer> modules() throws IOException {
		try (Stream<Path> files = Files.list(TESTS)) {
			List<String> modules = files.map((file) -> file.getFileName().toString())
				.filter((file) -> file.endsWith(".test.js"))
				.sorted()
				.toList();
			assertThat(modules).isNotEmpty();
			return modules.stream().map(this::module);
		}
	}

	private DynamicContainer module(String file) {
		Page page = browser.newPage();
		page.navigate(server.url("test/js/page.html"));
		Object names = page.evaluate("(file) => import('./' + file).then(() => testNames())", file);
		return DynamicContainer.dynamicContainer(file,
				((List<?>) names).stream().map((name) -> test(page, (String) name)));
	}

	private static DynamicTest test(Page page, String name) {
		return DynamicTest.dynamicTest(name, () -> {
			Object figures = page.evaluate("(name) => runTest(name)", name);
			if (figures != null) {
				System.out.println(figures);
			}
		});
	}

	private static Optional<Path> chromium() {
		String configured = System.getProperty("heapwise.test.chromium");
		if (configured != null) {
			return Optional.of(Path.of(configured));
		}
		return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
			.map((folder) -> Path.of(folder, "chromium"))
			.filter(Files::isExecutable)
			.findFirst();
	}

}
