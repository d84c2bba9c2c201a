package com.example.names.browser;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import io.github.heapwise.ui.test.Chromium;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the page asks the server: which time, class, thread and weight.
 */
@PageTest
class QuestionsIntegrationTests {

	private final List<String> questions = new CopyOnWriteArrayList<>();

	private LoadedSample sample;

	private FlameGraphPage page;

	@BeforeEach
	void open(Chromium chromium, LoadedSample sample) {
		this.sample = sample;
		this.page = FlameGraphPage.open(chromium, sample.allocations() + "?range=all");
		this.page.page().onRequest(this::note);
	}

	private void note(Request request) {
		if (request.url().contains("/memory/allocations")) {
			this.questions.add(request.url());
		}
	}

	@AfterEach
	void close() {
		this.page.close();
	}

	@Test
	void rangeOfTheBrushIsDrawnWithTheMouse() {
		BoundingBox brush = this.page.part("brush").boundingBox();
		this.page.page().mouse().move(brush.x + brush.width * 0.1, brush.y + 15);
		this.page.page().mouse().down();
		this.page.page().mouse().move(brush.x + brush.width * 0.3, brush.y + 15);
		this.page.page().mouse().move(brush.x + brush.width * 0.5, brush.y + 15);
		this.page.page().mouse().up();
		assertThat(this.page.page()).hasURL(Pattern.compile("from=.+Z&to=.+Z"));
		assertThat(this.page.part("pause")).hasText("Paused");
		assertThat(this.questions).last().asString().contains("from=" + this.page.parameter("from"));
		this.page.part("pause").click();
		assertThat(this.page.page()).not().hasURL(Pattern.compile("from="));
		assertThat(this.page.part("pause")).hasText("Pause");
	}

	@Test
	void endsOfTheBrushMoveByKeyboard() {
		Locator start = this.page.page().getByRole(AriaRole.SLIDER, named("Start of the range"));
		String time = start.getAttribute("aria-valuetext");
		start.press("ArrowRight");
		assertThat(start).not().hasAttribute("aria-valuetext", time);
		assertThat(this.page.page()).hasURL(Pattern.compile("from=.+Z&to=.+Z"));
		Locator end = this.page.page().getByRole(AriaRole.SLIDER, named("End of the range"));
		end.press("Home");
		assertThat(this.page.page()).hasURL(Pattern.compile("from=.+Z&to=.+Z"));
		end.press("Escape");
		assertThat(this.page.page()).hasURL(Pattern.compile("range=all"));
	}

	@Test
	void rangesCountFromNow() {
		this.page.button("1 m").click();
		assertThat(this.page.button("1 m")).hasAttribute("aria-pressed", "true");
		assertThat(this.page.page()).hasURL(Pattern.compile("range=1m"));
		this.page.button("5 m").click();
		assertThat(this.page.page()).not().hasURL(Pattern.compile("range="));
	}

	@Test
	void objectsAreCountedInsteadOfBytes() {
		this.page.button("Objects").click();
		assertThat(this.page.part("summary")).hasText(Pattern.compile("objects"));
		assertThat(this.questions).last().asString().contains("value=objects");
		assertThat(this.page.button("Objects")).hasAttribute("aria-pressed", "true");
		this.page.button("Bytes").click();
		assertThat(this.page.part("summary")).not().hasText(Pattern.compile("objects"));
	}

	@Test
	void aClassIsChosen() {
		this.page.part("type").selectOption("byte[]");
		assertThat(this.page.page()).hasURL(Pattern.compile("type=byte%5B%5D"));
		assertThat(this.page.part("side").getByRole(AriaRole.LISTITEM))
			.hasText(new Pattern[] { Pattern.compile("^byte\\[\\]100 %$") });
		this.page.part("type").selectOption("");
		assertThat(this.page.part("side").getByRole(AriaRole.LISTITEM)).not().hasCount(1);
	}

	@Test
	void aThreadIsChosen() {
		Locator threads = this.page.part("thread");
		String total = this.page.part("side").getByRole(AriaRole.DEFINITION).first().textContent();
		String first = threads.getByRole(AriaRole.OPTION).nth(1).getAttribute("value");
		threads.selectOption(first);
		assertThat(this.page.part("side").getByRole(AriaRole.DEFINITION).first()).not().hasText(total);
		assertThat(this.questions).anyMatch((question) -> question.contains("thread="));
		assertThat(threads).hasValue(first);
	}

	@Test
	void aFilterThatNothingPassesIsSaid() {
		this.page.page().navigate(this.sample.allocations() + "?type=no.such.Type");
		assertThat(this.page.part("empty")).containsText("Nothing in this range passes the filters");
		assertThat(this.page.part("type")).hasValue("no.such.Type");
	}

	@Test
	void newDataArriveWithoutMovingAZoomedView() {
		this.page.stopClock();
		this.page.selectName();
		this.page.canvas().press("Enter");
		assertThat(this.page.page()).hasURL(Pattern.compile("zoom="));
		String address = this.page.page().url();
		String summary = this.page.part("summary").textContent();
		this.sample.load(200);
		this.page.page()
			.waitForResponse((response) -> response.url().contains("/memory/allocations?"),
					() -> this.page.passTime(FlameGraphPage.POLL_MILLIS));
		assertThat(this.page.part("summary")).not().hasText(summary);
		assertThat(this.page.selected()).hasText(FlameGraphPage.NAME);
		assertThat(this.page.page().url()).isEqualTo(address);
	}

	@Test
	void aPausedPageAsksNothing() {
		this.page.stopClock();
		this.page.button("Pause").click();
		assertThat(this.page.button("Paused")).hasAttribute("aria-pressed", "true");
		this.questions.clear();
		this.page.passTime(4 * FlameGraphPage.POLL_MILLIS);
		assertThat(this.questions).isEmpty();
		this.page.page()
			.waitForResponse((response) -> response.url().contains("/memory/allocations?"),
					() -> this.page.button("Paused").click());
		assertThat(this.page.button("Pause")).hasAttribute("aria-pressed", "false");
	}

	private static Page.GetByRoleOptions named(String name) {
		return new Page.GetByRoleOptions().setName(name);
	}

}
