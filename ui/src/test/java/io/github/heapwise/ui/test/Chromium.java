package io.github.heapwise.ui.test;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Browser.NewPageOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;

/**
 * The system's browser. To be used by one thread.
 *
 * @see BrowserTest
 */
public final class Chromium implements AutoCloseable {

	private static final List<String> ARGUMENTS = List.of("--no-sandbox", "--disable-gpu", "--disable-quic",
			"--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync");

	// What is right comes at once on an idle machine, and late on a busy one.
	private static final double ASSERTION_MILLIS = 30_000;

	private final Playwright playwright = Playwright
		.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));

	private final Browser browser;

	Chromium(Path executable) {
		PlaywrightAssertions.setDefaultAssertionTimeout(ASSERTION_MILLIS);
		this.browser = this.playwright.chromium()
			.launch(new BrowserType.LaunchOptions().setExecutablePath(executable).setArgs(ARGUMENTS));
	}

	static Optional<Path> executable() {
		String configured = System.getProperty("heapwise.test.chromium");
		if (configured != null) {
			return Optional.of(Path.of(configured));
		}
		return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
			.map((folder) -> Path.of(folder, "chromium"))
			.filter(Files::isExecutable)
			.findFirst();
	}

	/**
	 * Open an empty page for somebody who has not been anywhere before. What the browser
	 * remembers of them goes when it is closed.
	 * @return the page
	 */
	public Page newPage() {
		return this.browser.newPage(new NewPageOptions().setViewportSize(1480, 900));
	}

	/**
	 * Let somebody in who has not been anywhere before.
	 * @param visitor what screen and settings they have
	 * @return an empty session, to be closed by the caller
	 */
	public BrowserContext newVisitor(NewContextOptions visitor) {
		return this.browser.newContext(visitor);
	}

	@Override
	public void close() {
		this.playwright.close();
	}

}
