package com.example.names.browser;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import io.github.heapwise.ui.test.Chromium;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A page as somebody uses it, and everything that goes wrong in it: errors in the
 * console, failed requests, violations of the content security policy.
 */
final class Visit implements AutoCloseable {

	private static final String REPORT_VIOLATIONS = """
			addEventListener('securitypolicyviolation', ({violatedDirective, blockedURI, sourceFile}) =>
			    reportViolation(`${violatedDirective} blocks ${blockedURI} in ${sourceFile}`));
			""";

	private final List<String> troubles = new CopyOnWriteArrayList<>();

	private final BrowserContext context;

	private final Page page;

	/**
	 * Open a page as somebody who has not been there before.
	 * @param chromium the browser
	 * @param url address to open
	 * @return the visit, which fails at its end if the page had troubles
	 */
	static Visit open(Chromium chromium, String url) {
		return open(chromium, url, new NewContextOptions().setViewportSize(1480, 900));
	}

	static Visit open(Chromium chromium, String url, NewContextOptions visitor) {
		Visit visit = new Visit(chromium.newVisitor(visitor));
		visit.page().navigate(url);
		return visit;
	}

	private Visit(BrowserContext context) {
		this.context = context;
		context.setDefaultTimeout(60_000);
		context.exposeBinding("reportViolation", (source, violation) -> this.troubles.add("Policy: " + violation[0]));
		context.addInitScript(REPORT_VIOLATIONS);
		this.page = context.newPage();
		this.page.onConsoleMessage(this::note);
		this.page.onPageError((error) -> this.troubles.add("Script: " + error));
		this.page.onRequestFailed(this::note);
		this.page.onResponse(this::note);
	}

	private void note(ConsoleMessage message) {
		if (List.of("error", "warning").contains(message.type())) {
			this.troubles.add("Console: " + message.text() + " " + message.location());
		}
	}

	// The page itself takes back questions that are no longer of interest.
	private void note(Request request) {
		if (!"net::ERR_ABORTED".equals(request.failure())) {
			this.troubles.add("Request: " + request.url() + " " + request.failure());
		}
	}

	private void note(Response response) {
		if (response.status() >= 400) {
			this.troubles.add("Response: " + response.status() + " " + response.url());
		}
	}

	Page page() {
		return this.page;
	}

	Locator part(String name) {
		return this.page.locator("[data-hw='" + name + "']");
	}

	Locator button(String name) {
		return this.page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
	}

	/**
	 * Take back what went wrong so far, for tests that make something go wrong.
	 * @return the troubles, oldest first
	 */
	List<String> troubles() {
		List<String> taken = List.copyOf(this.troubles);
		this.troubles.clear();
		return taken;
	}

	@Override
	public void close() {
		this.context.close();
		assertThat(this.troubles).as("troubles of the page").isEmpty();
	}

}
