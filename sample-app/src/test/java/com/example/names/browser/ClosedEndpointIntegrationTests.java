package com.example.names.browser;

import java.util.Map;
import java.util.regex.Pattern;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions.IsHiddenOptions;
import com.microsoft.playwright.options.AriaRole;
import io.github.heapwise.ui.test.Chromium;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Pages whose data are not there, or not for everybody.
 */
@PageTest
class ClosedEndpointIntegrationTests {

	private static final String DATA = "**/memory/allocations?*";

	private static final IsHiddenOptions AFTER_THE_NEXT_QUESTION = new IsHiddenOptions().setTimeout(15_000);

	@Test
	void anEndpointThatIsNotExposedIsOneSentenceWithTheLineThatOpensIt(Chromium chromium) {
		assertProblem(chromium,
				"The endpoint memoryallocations is not exposed. Open it with management.endpoints.web.exposure.exclude=env.",
				"management.endpoints.web.exposure.exclude=memoryallocations,env");
	}

	@Test
	void recordingThatIsSwitchedOffIsOneSentence(Chromium chromium) {
		assertProblem(chromium,
				"There is no endpoint memoryallocations here. It takes heapwise.allocation.enabled=true and an access that permits reading.",
				"heapwise.allocation.enabled=false");
	}

	@Test
	void livePagesWithoutTheirEndpointsAreOneSentence(Chromium chromium) {
		try (Host host = Host.start(Shape.MVC,
				"management.endpoints.web.exposure.exclude=memory,memoryhistory,memorygc,memorylatency,memoryroutes")) {
			String opened = "Open them with management.endpoints.web.exposure.exclude=.";
			try (Visit visit = Visit.open(chromium, host.memory())) {
				assertThat(visit.part("problem"))
					.hasText("The endpoints memory and memoryhistory are not exposed. " + opened);
				assertThat(visit.part("tables")).isHidden();
			}
			try (Visit visit = Visit.open(chromium, host.gc())) {
				assertThat(visit.part("problem"))
					.hasText("The endpoints memorygc and memoryhistory are not exposed. " + opened);
			}
			try (Visit visit = Visit.open(chromium, host.latency())) {
				assertThat(visit.part("problem"))
					.hasText("The endpoints memorylatency and memorygc are not exposed. " + opened);
				assertThat(visit.part("pools")).isHidden();
			}
			try (Visit visit = Visit.open(chromium, host.routes())) {
				assertThat(visit.part("problem")).hasText("The endpoint memoryroutes is not exposed. "
						+ "Open it with management.endpoints.web.exposure.exclude=.");
				assertThat(visit.part("recorder-text")).hasText("No data");
			}
			try (Visit visit = Visit.open(chromium, host.overview())) {
				assertThat(visit.part("routes")).isHidden();
				assertThat(visit.part("problem"))
					.hasText("The endpoints memory, memoryhistory and memorygc are not exposed. " + opened);
				assertThat(visit.part("recorder-text")).hasText(Pattern.compile("^Recording"));
			}
		}
	}

	@Test
	void requestsThatAreNotCountedAreOneSentence(Chromium chromium) {
		try (Host host = Host.start(Shape.MVC, "heapwise.route.enabled=false", "heapwise.latency.enabled=false")) {
			try (Visit visit = Visit.open(chromium, host.routes())) {
				assertThat(visit.part("problem")).hasText("There is no endpoint memoryroutes here. It takes "
						+ "heapwise.route.enabled=true and an access that permits reading.");
			}
			try (Visit visit = Visit.open(chromium, host.latency())) {
				assertThat(visit.part("problem")).hasText("There is no endpoint memorylatency here. It takes "
						+ "heapwise.latency.enabled=true and an access that permits reading.");
			}
			try (Visit visit = Visit.open(chromium, host.allocations())) {
				assertThat(visit.part("split")).isVisible();
				assertThat(visit.part("route")).isHidden();
			}
		}
	}

	@ParameterizedTest
	@ValueSource(ints = { 401, 403 })
	void oneEndpointThatSecurityRefusesLeavesTheOthersAlone(int status, Chromium chromium, LoadedSample sample) {
		try (Visit visit = Visit.open(chromium, "about:blank")) {
			visit.page()
				.route("**/memory/history", (route) -> route.fulfill(new Route.FulfillOptions().setStatus(status)));
			visit.page().navigate(sample.memory());
			assertThat(visit.part("problem"))
				.hasText("The application's security refuses memory/history (" + status + "): let this user read it.");
			assertThat(visit.part("pools").getByRole(AriaRole.ROW)).not().hasCount(0);
			visit.page().unroute("**/memory/history");
			assertThat(visit.part("problem")).isHidden(AFTER_THE_NEXT_QUESTION);
			assertThat(visit.troubles()).allMatch((trouble) -> trouble.contains(String.valueOf(status)));
		}
	}

	private static void assertProblem(Chromium chromium, String sentence, String property) {
		try (Host host = Host.start(Shape.MVC, property)) {
			try (Visit visit = Visit.open(chromium, host.allocations())) {
				assertThat(visit.part("problem")).hasText(sentence);
				assertThat(visit.page().locator("main canvas").filter(visible())).hasCount(0);
			}
			try (Visit visit = Visit.open(chromium, host.overview())) {
				assertThat(visit.part("problem")).hasText(sentence);
				assertThat(visit.part("tables")).isHidden();
				assertThat(visit.part("resident-note")).not().isEmpty();
				assertThat(visit.part("recorder-text")).hasText("Live");
			}
		}
	}

	private static Locator.FilterOptions visible() {
		return new Locator.FilterOptions().setVisible(true);
	}

	@ParameterizedTest
	@ValueSource(ints = { 401, 403 })
	void dataThatSecurityRefusesAreOneSentence(int status, Chromium chromium, LoadedSample sample) {
		try (FlameGraphPage page = FlameGraphPage.open(chromium, sample.allocations())) {
			page.page().route(DATA, (route) -> route.fulfill(new Route.FulfillOptions().setStatus(status)));
			page.button("Objects").click();
			assertThat(page.part("problem")).hasText(
					"The application's security refuses memory/allocations (" + status + "): let this user read it.");
			page.page().unroute(DATA);
			assertThat(page.visit().troubles()).allMatch((trouble) -> trouble.contains(String.valueOf(status)));
			page.button("Bytes").click();
			assertThat(page.part("problem")).isHidden();
		}
	}

	@Test
	void anApplicationThatEndsIsSaid(Chromium chromium, LoadedSample sample) {
		try (FlameGraphPage page = FlameGraphPage.open(chromium, sample.allocations())) {
			page.stopClock();
			page.page().route(DATA, Route::abort);
			page.button("Objects").click();
			assertThat(page.part("problem")).hasText("The application does not answer. Trying again.");
			assertThat(page.part("recorder-text")).hasText("No data");
			page.page().unroute(DATA);
			page.visit().troubles();
			page.passTime(FlameGraphPage.POLL_MILLIS);
			assertThat(page.part("problem")).isHidden();
		}
	}

	@Test
	void strangersSeeNoPage(Chromium chromium) {
		try (Host host = Host.start(Shape.SECURED); Visit visit = Visit.open(chromium, host.allocations())) {
			assertThat(visit.page().locator("canvas")).hasCount(0);
			visit.troubles();
		}
	}

	@Test
	void beforeTheFirstSampleThePageSaysWhenItComes(Chromium chromium, LoadedSample sample) {
		try (Visit visit = Visit.open(chromium, "about:blank")) {
			visit.page().route(DATA, (route) -> route.fulfill(withoutSamples(route)));
			visit.page().navigate(sample.allocations());
			assertThat(visit.part("empty")).containsText("No samples yet");
			visit.page().unroute(DATA);
			assertThat(visit.part("empty")).isHidden();
			assertThat(visit.part("statistics")).not().isEmpty();
		}
	}

	// The real answer of a recorder to a question nothing passes, but for its past.
	private static Route.FulfillOptions withoutSamples(Route route) {
		String json = route
			.fetch(new Route.FetchOptions().setUrl(route.request().url() + "&type=no.such.Type")
				.setHeaders(Map.of("Accept", "application/json")))
			.text();
		return new Route.FulfillOptions().setContentType("application/json")
			.setBody(json.replaceAll("\"filter\":\\{[^}]*},", "")
				.replaceAll("\"timeline\":\\{[^}]*}", "\"timeline\":{}"));
	}

}
