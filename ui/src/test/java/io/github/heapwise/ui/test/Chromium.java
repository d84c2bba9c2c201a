package io.github.heapwise.ui.js;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import org.junit.jupiter.api.Assumptions;

/**
 * The system's browser with the sources of this module before it. To be used by one
 * thread.
 */
final class Chromium implements AutoCloseable {

	private static final List<String> ARGUMENTS = List.of("--no-sandbox", "--disable-gpu", "--disable-quic",
			"--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync");

	private final SourceServer server = new SourceServer();

	private final Playwright playwright = Playwright
		.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));

	private final Browser browser;

	private Chromium(Path executable) {
		this.browser = this.playwright.chromium()
			.launch(new BrowserType.LaunchOptions().setExecutablePath(executable).setArgs(ARGUMENTS));
	}

	/**
	 * Start the browser, or skip the test with a sentence where there is none.
	 * @return the browser
	 */
	static Chromium start() {
		Optional<Path> executable = executable();
		Assumptions.assumeTrue(executable.isPresent(),
				"The modules of the pages are not tested: there is no 'chromium' on the PATH, and the property "
						+ "'heapwise.test.chromium' does not name one");
		return new Chromium(executable.orElseThrow());
	}

	/**
	 * Open the page that runs tests of modules.
	 * @return the page
	 */
	Page open() {
		Page page = this.browser.newPage(new Browser.NewPageOptions().setViewportSize(1480, 900));
		page.navigate(this.server.url("test/js/page.html"));
		return page;
	}

	private static Optional<Path> executable() {
		String configured = System.getProperty("heapwise.test.chromium");
		if (configured != null) {
			return Optional.of(Path.of(configured));
		}
		return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
			.map((folder) -> Path.of(folder, "chromium"))
			.filter(Files::isExecutable)
			.findFirst();
	}

	@Override
	public void close() {
		this.playwright.close();
		this.server.close();
	}

}
