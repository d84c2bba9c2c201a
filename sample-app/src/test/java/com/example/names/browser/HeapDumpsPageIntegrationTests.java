package com.example.names.browser;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.regex.Pattern;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.options.AriaRole;
import io.github.heapwise.ui.test.Chromium;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * The page of heap dumps.
 */
@PageTest
class HeapDumpsPageIntegrationTests {

	static final ContainsTextOptions WHEN_WRITTEN = new ContainsTextOptions().setTimeout(60_000);

	private static final String ACCESS = "management.endpoint.heapdumps.access=";

	// In the heap that is dumped, and nowhere else.
	private static final String SECRET = "secret-" + UUID.randomUUID();

	@TempDir
	private Path directory;

	@Test
	void aDumpIsTakenDownloadedWithoutValuesAndDeleted(Chromium chromium) throws IOException {
		try (Host host = start(); Visit visit = Visit.open(chromium, host.heapDumps())) {
			assertThat(visit.part("dumps")).containsText("No heap dump yet.");
			take(visit, "before the fix");
			assertThat(visit.part("progress")).containsText("The heap dump is ready:", WHEN_WRITTEN);
			Locator dump = dumps(visit);
			assertThat(dump).containsText("before the fix");
			assertThat(dump.locator(".hw-dumps__state")).hasText("ready");
			assertThat(visit.part("dump-count")).hasText("1");
			assertThat(visit.part("store")).containsText("1 of at most 5 kept");
			assertThat(visit.button("Take a heap dump")).isFocused();
			assertIsWithoutValues(visit.page().waitForDownload(() -> button(dump, "Download").click()));
			delete(visit, dump);
		}
	}

	private static void assertIsWithoutValues(Download download) throws IOException {
		assertThat(download.suggestedFilename()).endsWith(".hprof");
		String content = Files.readString(download.path(), StandardCharsets.ISO_8859_1);
		assertThat(content.startsWith("JAVA PROFILE")).isTrue();
		assertThat(content.contains(HeapDumpsPageIntegrationTests.class.getName().replace('.', '/'))).isTrue();
		assertThat(content.contains(SECRET)).isFalse();
	}

	private static void delete(Visit visit, Locator dump) {
		button(dump, "Delete").click();
		assertThat(visit.part("delete-dialog")).containsText("before the fix");
		visit.button("Keep it").click();
		assertThat(visit.part("delete-dialog")).isHidden();
		assertThat(button(dump, "Delete")).isFocused();
		button(dump, "Delete").click();
		visit.button("Delete it").click();
		assertThat(visit.part("progress")).containsText("is deleted.");
		assertThat(dump).hasCount(0);
		assertThat(visit.part("dumps")).containsText("No heap dump yet.");
		assertThat(visit.part("dump-count")).isHidden();
		assertThat(visit.page().getByRole(AriaRole.HEADING, named("Kept here"))).isFocused();
	}

	@Test
	void theCostIsShownBeforeAnythingIsDone(Chromium chromium) {
		try (Host host = start(); Visit visit = Visit.open(chromium, host.heapDumps())) {
			visit.button("Take a heap dump").press("Enter");
			assertThat(visit.part("take-dialog")).containsText("The application stands still meanwhile");
			assertThat(visit.part("take-pause")).hasText(Pattern.compile("^about [\\d.]+ (ms|s)$"));
			assertThat(visit.part("take-disk")).hasText(Pattern.compile("^up to [\\d.]+ [KMG]iB$"));
			visit.part("take-live").check();
			assertThat(visit.part("take-pause")).containsText("the collection included");
			visit.page().keyboard().press("Escape");
			assertThat(visit.part("take-dialog")).isHidden();
			assertThat(visit.part("progress")).isHidden();
			assertThat(dumps(visit)).hasCount(0);
		}
	}

	@Test
	void aDumpThatWouldTakeTooLongIsRefusedWithTheFigures(Chromium chromium) {
		try (Host host = start("heapwise.heapdump.max-pause=1ms");
				Visit visit = Visit.open(chromium, host.heapDumps())) {
			take(visit, "");
			assertThat(visit.part("progress")).containsText("Heap dump not started");
			assertThat(visit.part("progress")).containsText("heapwise.heapdump.max-pause");
			assertThat(visit.troubles()).isNotEmpty().allMatch((trouble) -> trouble.contains("507"));
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "none" })
	void whereTheyAreClosedThePageSaysHowToOpenThem(String access, Chromium chromium) {
		try (Host host = start(ACCESS + access); Visit visit = Visit.open(chromium, host.heapDumps())) {
			assertThat(visit.part("closed")).containsText("management.endpoint.heapdumps.access=unrestricted");
			assertThat(visit.part("closed")).containsText("heapwise.expose=all");
			assertThat(visit.part("take")).hasCount(0);
			assertThat(visit.part("problem")).isHidden();
			assertThat(visit.part("dump-count")).isHidden();
		}
	}

	@Test
	void whoMayOnlyReadIsToldWhatItTakesToDoMore(Chromium chromium) {
		try (Host host = start(ACCESS + "read-only"); Visit visit = Visit.open(chromium, host.heapDumps())) {
			assertThat(visit.part("read-only")).containsText("management.endpoint.heapdumps.access=unrestricted");
			assertThat(visit.part("dumps")).containsText("No heap dump yet.");
			assertThat(visit.part("take")).hasCount(0);
			assertThat(trigger(visit, "http")).containsText("offHTTP");
			assertThat(trigger(visit, "http")).containsText("management.endpoint.heapdumps.access=unrestricted");
			assertThat(trigger(visit, "signal")).containsText("heapwise.heapdump.signal=USR1");
		}
	}

	@Test
	void aTriggerThatIsOnIsShownSo(Chromium chromium) {
		try (Host host = start("heapwise.heapdump.cron=0 0 3 * * *");
				Visit visit = Visit.open(chromium, host.heapDumps())) {
			assertThat(trigger(visit, "schedule").locator("[data-state='on']")).hasText("on");
			assertThat(trigger(visit, "schedule").locator("code")).hasCount(0);
		}
	}

	@Test
	void aHundredDumpsInAllStatesAreText(Chromium chromium, LoadedSample sample) {
		try (Visit visit = Visit.open(chromium, "about:blank")) {
			visit.page().route(HeapDumpAnswers.ADDRESS, HeapDumpAnswers::many);
			visit.page().navigate(sample.heapDumps());
			assertThat(dumps(visit)).hasCount(100);
			assertThat(dumps(visit).nth(1)).containsText("dumping, 42 %");
			assertThat(dumps(visit).nth(3)).containsText("212 MB free");
			assertThat(visit.page().locator("main img")).hasCount(0);
			Locator ready = dumps(visit).nth(4);
			Locator raw = ready.getByText("Download with all values");
			assertThat(raw).isHidden();
			button(ready, "Facts").press("Enter");
			assertThat(raw).isVisible();
			assertThat(ready).containsText("contains everything that was in memory");
			assertThat(ready).containsText("UseCompressedOops=true");
		}
	}

	@Test
	void whatSecurityRefusesIsOneSentenceThatSaysWhatToConfigure(Chromium chromium, LoadedSample sample) {
		try (Visit visit = Visit.open(chromium, sample.heapDumps())) {
			visit.page().route(HeapDumpAnswers.ADDRESS, (route) -> {
				if (route.request().method().equals("POST")) {
					route.fulfill(new Route.FulfillOptions().setStatus(403));
				}
				else {
					route.resume();
				}
			});
			take(visit, "");
			assertThat(visit.part("progress"))
				.containsText("The application's security refuses to take a heap dump (403)");
			assertThat(visit.part("progress")).containsText("csrf(CsrfConfigurer::spa)");
			assertThat(visit.troubles()).allMatch((trouble) -> trouble.contains("403"));
		}
	}

	/**
	 * Take a dump by the button.
	 * @param visit the page
	 * @param reason what to say why
	 */
	static void take(Visit visit, String reason) {
		visit.button("Take a heap dump").click();
		visit.part("take-reason").fill(reason);
		visit.button("Stop the application and take it").click();
	}

	private Host start(String... properties) {
		String[] all = new String[properties.length + 1];
		System.arraycopy(properties, 0, all, 1, properties.length);
		all[0] = "heapwise.heapdump.directory=" + this.directory.resolve("dumps");
		return Host.start(Shape.MVC, all);
	}

	private static Locator dumps(Visit visit) {
		return visit.part("dumps").locator("[data-dump]");
	}

	private static Locator button(Locator dump, String text) {
		return dump.locator(".hw-dumps__actions").getByText(text, new Locator.GetByTextOptions().setExact(true));
	}

	private static Locator trigger(Visit visit, String id) {
		return visit.part("triggers").locator("[data-trigger='" + id + "']");
	}

	private static Page.GetByRoleOptions named(String name) {
		return new Page.GetByRoleOptions().setName(name);
	}

}
