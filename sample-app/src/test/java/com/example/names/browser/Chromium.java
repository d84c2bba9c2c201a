package com.example.names.browser;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;

/**
 * The system's browser. To be used by one thread.
 */
final class Chromium implements AutoCloseable {

	private static final List<String> ARGUMENTS = List.of("--no-sandbox", "--disable-gpu", "--disable-quic",
			"--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync");

	private final Playwright playwright = Playwright
		.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));

	private final Browser browser;

	Chromium(Path executable) {
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
	 * Open a page as somebody who has not been there before.
	 * @param url address to open
	 * @return the visit, which fails at its end if the page had troubles
	 */
	Visit visit(String url) {
		return visit(url, new NewContextOptions().setViewportSize(1480, 900));
	}

	Visit visit(String url, NewContextOptions visitor) {
		Visit visit = new Visit(this.browser.newContext(visitor));
		visit.page().navigate(url);
		return visit;
	}

	@Override
	public void close() {
		this.playwright.close();
	}

}
