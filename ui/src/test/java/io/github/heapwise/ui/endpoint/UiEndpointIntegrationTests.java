package io.github.heapwise.ui.endpoint;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import io.github.heapwise.test.Answer;
import io.github.heapwise.test.RunningApplication;
import io.github.heapwise.test.Surroundings;
import io.github.heapwise.ui.Page;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.util.StringUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Integration tests for {@link UiEndpoint}.
 */
class UiEndpointIntegrationTests {

	private static final String STACKS = "io.github.heapwise.test.Surroundings#stacks";

	// Links of the navigation share theirs.
	private static final Pattern PART = Pattern.compile("data-hw=\"((?!page-link)[a-z0-9-]+)\"");

	private static final Pattern LINK = Pattern.compile("(?:href|src|data-[a-z-]+-url)=\"([^\"#]+)\"");

	@ParameterizedTest
	@EnumSource
	void everyLinkOfEveryPageLeadsSomewhere(Surroundings surroundings) {
		try (RunningApplication application = start(surroundings)) {
			for (String page : Arrays.stream(Page.values()).map((page) -> "/memory/ui" + page.path()).toList()) {
				Answer answer = application.actuator(page);
				assertHtml(answer, 200);
				assertThat(links(answer)).hasSizeGreaterThan(5)
					.allSatisfy((link) -> assertThat(follow(application, page, link).status()).as(link).isEqualTo(200));
			}
		}
	}

	@ParameterizedTest
	@EnumSource
	void anAddressWithASlashAtItsEndLeadsToTheOneWithout(Surroundings surroundings) {
		try (RunningApplication application = start(surroundings)) {
			assertHtml(application.actuator("/memory/ui/"), 200);
			assertThat(application.actuator("/memory/ui/").body()).contains("content=\"0; url=../ui\"")
				.contains("href=\"../ui\"");
			assertThat(application.actuator("/memory/ui/allocations/").body()).contains("url=../allocations");
			assertThat(application.actuator("/memory/ui/%22%3E%3Cb%3E/").body()).contains("url=../%22%3E%3Cb%3E")
				.doesNotContain("<b>");
		}
	}

	@ParameterizedTest
	@MethodSource(STACKS)
	void filesAreImmutableAndTyped(Surroundings surroundings) {
		try (RunningApplication application = start(surroundings)) {
			String page = application.actuator("/memory/ui").body();
			assertFile(application, link(page, "\\.css"), "text/css;charset=UTF-8");
			assertFile(application, link(page, "\\.js"), "text/javascript;charset=UTF-8");
			assertFile(application, link(page, "\\.svg"), "image/svg+xml");
		}
	}

	@ParameterizedTest
	@MethodSource(STACKS)
	void pagesAreNotStoredAndTheirPolicyIsStrict(Surroundings surroundings) {
		try (RunningApplication application = start(surroundings)) {
			Answer answer = application.actuator("/memory/ui");
			assertThat(answer.headers("Cache-Control")).containsExactly("no-store");
			assertThat(answer.header("Content-Security-Policy")).startsWith("default-src 'none'; script-src 'self';")
				.endsWith("frame-ancestors 'none'")
				.doesNotContain("unsafe");
			assertThat(answer.body()).doesNotContainPattern("(?i)\\sstyle=|\\son[a-z]+=|<style");
		}
	}

	@ParameterizedTest
	@MethodSource(STACKS)
	void whatDoesNotExistIsA404OfOurOwn(Surroundings surroundings) {
		try (RunningApplication application = start(surroundings)) {
			String version = version(application);
			for (String path : List.of("/nothing", "/" + version, "/" + version + "/css",
					"/" + version + "/css/none.css", "/0/css/base.css", "/" + version + "/templates/overview.html",
					"/" + version + "/%2e%2e/templates/layout.html")) {
				Answer answer = application.actuator("/memory/ui" + path);
				assertThat(answer.header("Cache-Control")).as(path).isEqualTo("no-store");
				assertHtml(answer, 404);
				assertThat(answer.body()).contains("No such page");
			}
			assertThat(application.actuator("/memory/ui/nothing").body()).contains("href=\"../ui\"");
			assertThat(application.actuator("/memory/ui/a/b").body()).contains("href=\"../../ui\"");
		}
	}

	@ParameterizedTest
	@MethodSource(STACKS)
	void nothingOutsideTheFolderCanBeReached(Surroundings surroundings) {
		try (RunningApplication application = start(surroundings)) {
			String version = version(application);
			for (String path : List.of("/%2e%2e/%2e%2e/application.properties", "/..%2f..%2ftemplates/layout.html",
					"/%5c..%5ctemplates%5clayout.html", "/css/base.css%00.txt", "//css/base.css/..%252flayout.html")) {
				Answer answer = application.actuator("/memory/ui/" + version + path);
				assertThat(answer.status()).as(path).isBetween(400, 404);
				assertThat(answer.body()).doesNotContain("th:");
			}
		}
	}

	@ParameterizedTest
	@MethodSource(STACKS)
	void linksFollowThePathsOfTheUser(Surroundings surroundings) {
		try (RunningApplication application = start(surroundings,
				"management.endpoints.web.path-mapping.memoryui=heapwise",
				"management.endpoints.web.path-mapping.memoryallocations=profiles/alloc")) {
			Answer answer = application.actuator("/heapwise/allocations");
			assertThat(answer.body()).contains("data-allocations-url=\"../profiles/alloc\"");
			assertThat(links(answer)).allSatisfy(
					(link) -> assertThat(follow(application, "/heapwise/allocations", link).status()).isEqualTo(200));
			assertThat(application.actuator("/heapwise/").body()).contains("url=../heapwise");
			assertThat(application.actuator("/memory/ui").status()).isEqualTo(404);
		}
	}

	@ParameterizedTest
	@MethodSource(STACKS)
	void aSiblingThatIsNotExposedHasNoLink(Surroundings surroundings) {
		try (RunningApplication application = start(surroundings,
				"management.endpoints.web.exposure.exclude=memoryallocations")) {
			assertThat(application.actuator("/memory/ui").body()).doesNotContain("data-allocations-url");
		}
	}

	@ParameterizedTest
	@MethodSource(STACKS)
	void eachPageHasItsNumbersOnceAndIsMarkedInTheNavigation(Surroundings surroundings) {
		try (RunningApplication application = start(surroundings)) {
			for (Page page : Page.values()) {
				String body = application.actuator("/memory/ui" + page.path()).body();
				List<String> parts = PART.matcher(body).results().map((match) -> match.group(1)).toList();
				assertThat(parts).as(page.id()).doesNotHaveDuplicates();
				// "true" where it is a page below the one of the link
				assertThat(body).as(page.id()).containsOnlyOnce("aria-current=\"");
			}
		}
	}

	@ParameterizedTest
	@MethodSource(STACKS)
	void pagesKnowTheEndpointsTheyRead(Surroundings surroundings) {
		try (RunningApplication application = start(surroundings)) {
			assertThat(application.actuator("/memory/ui/gc").body()).contains("data-memory-url=\"../../memory\"",
					"data-history-url=\"../history\"", "data-gc-url=\"../gc\"");
		}
	}

	@ParameterizedTest
	@MethodSource(STACKS)
	void aCollectionIsOfferedOnlyWhereAccessPermitsIt(Surroundings surroundings) {
		try (RunningApplication application = start(surroundings)) {
			assertThat(application.actuator("/memory/ui/gc").body()).doesNotContain("Run a collection");
		}
		try (RunningApplication application = start(surroundings, "management.endpoint.memorygc.access=unrestricted")) {
			assertThat(application.actuator("/memory/ui/gc").body()).contains("Run a collection");
		}
	}

	@ParameterizedTest
	@MethodSource(STACKS)
	void heapDumpsAreExplainedWhereNobodyOpenedThem(Surroundings surroundings) {
		try (RunningApplication application = start(surroundings)) {
			assertThat(application.actuator("/memory/ui/heapdumps").body())
				.contains("management.endpoint.heapdumps.access=unrestricted\nheapwise.expose=all")
				.doesNotContain("data-heapdumps-url", "Take a heap dump");
		}
	}

	@ParameterizedTest
	@MethodSource(STACKS)
	void anAnalysisIsOfferedOnlyWhereAccessPermitsIt(Surroundings surroundings) {
		try (RunningApplication application = start(surroundings)) {
			assertThat(application.actuator("/memory/ui/heapdump").body()).contains("Heap dumps are closed here.")
				.doesNotContain("data-heapdumps-url", "Analyse it");
		}
		try (RunningApplication application = start(surroundings, "heapwise.expose=all",
				"management.endpoint.heapdumps.access=unrestricted")) {
			assertThat(application.actuator("/memory/ui/heapdump").body())
				.contains("data-heapdumps-url=\"../../heapdumps\"", "Analyse it", "aria-current=\"true\"")
				.doesNotContain("for reading only");
		}
		try (RunningApplication application = start(surroundings, "heapwise.expose=all",
				"management.endpoint.heapdumps.access=read-only")) {
			assertThat(application.actuator("/memory/ui/heapdump").body())
				.contains("data-heapdumps-url=\"../../heapdumps\"", "for reading only")
				.doesNotContain("Analyse it");
		}
	}

	@ParameterizedTest
	@MethodSource(STACKS)
	void aHeapDumpIsOfferedOnlyWhereAccessPermitsIt(Surroundings surroundings) {
		try (RunningApplication application = start(surroundings, "heapwise.expose=all",
				"management.endpoint.heapdumps.access=unrestricted")) {
			assertThat(application.actuator("/memory/ui/heapdumps").body())
				.contains("data-heapdumps-url=\"../../heapdumps\"", "Take a heap dump")
				.doesNotContain("for reading only", "heapwise.expose=all");
			assertThat(application.actuator("/memory/ui").body()).contains("data-url=\"../heapdumps\"");
		}
		try (RunningApplication application = start(surroundings, "heapwise.expose=all",
				"management.endpoint.heapdumps.access=read-only")) {
			assertThat(application.actuator("/memory/ui/heapdumps").body())
				.contains("data-heapdumps-url=\"../../heapdumps\"", "for reading only")
				.doesNotContain("Take a heap dump");
		}
	}

	@ParameterizedTest
	@MethodSource(STACKS)
	void thePageKnowsTheLineThatOpensItsSiblings(Surroundings surroundings) {
		try (RunningApplication application = RunningApplication.start(surroundings, HostApplication.class,
				"management.endpoints.web.exposure.include=health,memoryui")) {
			assertThat(application.actuator("/memory/ui").body())
				.contains("data-expose-with=\"heapwise.expose=reads\"");
		}
		try (RunningApplication application = start(surroundings,
				"management.endpoints.web.exposure.exclude=memoryrecordings,env")) {
			assertThat(application.actuator("/memory/ui").body())
				.contains("data-expose-with=\"management.endpoints.web.exposure.exclude=env\"");
		}
	}

	@ParameterizedTest
	@MethodSource(STACKS)
	void theHostsSettingsAndTheAcceptHeaderDoNotReachThePages(Surroundings surroundings) {
		String[] settings = { "spring.jackson.property-naming-strategy=SNAKE_CASE", "spring.thymeleaf.mode=TEXT",
				"spring.web.resources.add-mappings=false" };
		try (RunningApplication application = start(surroundings, settings)) {
			assertHtml(application.actuator("/memory/ui", "Accept", "application/json"), 200);
		}
	}

	@ParameterizedTest
	@MethodSource(STACKS)
	void whenExcludedThereIsNoPage(Surroundings surroundings) {
		try (RunningApplication application = start(surroundings,
				"management.endpoints.web.exposure.exclude=memoryui")) {
			assertThat(application.actuator("/memory/ui").status()).isEqualTo(404);
			assertThat(application.actuator("/health").status()).isEqualTo(200);
		}
	}

	private static void assertFile(RunningApplication application, String link, String type) {
		Answer answer = follow(application, "/memory/ui", link);
		assertThat(answer.headers("Content-Type")).singleElement().asString().isEqualToIgnoringCase(type);
		assertThat(answer.headers("Cache-Control")).containsExactly("private, max-age=31536000, immutable");
		assertThat(answer.headers("X-Content-Type-Options")).containsExactly("nosniff");
		assertThat(answer.header("Content-Disposition")).isEqualTo("inline");
	}

	private static void assertHtml(Answer answer, int status) {
		assertThat(answer.status()).isEqualTo(status);
		assertThat(answer.header("Content-Type")).isEqualToIgnoringCase("text/html;charset=UTF-8");
		assertThat(answer.body()).startsWith("<!DOCTYPE html>").doesNotContain("th:", "${");
	}

	private static List<String> links(Answer answer) {
		return LINK.matcher(answer.body()).results().map((match) -> match.group(1)).toList();
	}

	private static String link(String page, String ending) {
		return Pattern.compile("(?:href|src)=\"([^\"]+" + ending + ")\"")
			.matcher(page)
			.results()
			.map((MatchResult match) -> match.group(1))
			.findFirst()
			.orElseThrow();
	}

	private static String version(RunningApplication application) {
		return link(application.actuator("/memory/ui").body(), "base\\.css").split("/")[1];
	}

	// Resolved the way a browser does, from the address of the page.
	private static Answer follow(RunningApplication application, String page, String link) {
		return application.actuator(URI.create(page).resolve(link).toString());
	}

	// The last of two lines counts.
	private static RunningApplication start(Surroundings surroundings, String... properties) {
		return RunningApplication.start(surroundings, HostApplication.class,
				StringUtils.concatenateStringArrays(new String[] { "heapwise.expose=reads" }, properties));
	}

}
