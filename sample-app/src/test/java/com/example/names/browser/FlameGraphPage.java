package com.example.names.browser;

import java.util.regex.Pattern;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import io.github.heapwise.ui.test.Chromium;

import org.springframework.web.util.UriComponentsBuilder;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/**
 * The page of the flame graph with what people do in it.
 */
final class FlameGraphPage implements AutoCloseable {

	static final String NAME = "com.example.names.LeakingNames.name";

	static final int POLL_MILLIS = 5000;

	private static final int ROW_HEIGHT = 23;

	private final Visit visit;

	private FlameGraphPage(Visit visit) {
		this.visit = visit;
	}

	/**
	 * Open the page and wait for a profile to be in it.
	 * @param chromium the browser
	 * @param url address of the page, with a query or without
	 * @return the page
	 */
	static FlameGraphPage open(Chromium chromium, String url) {
		return of(Visit.open(chromium, url));
	}

	static FlameGraphPage open(Chromium chromium, String url, NewContextOptions visitor) {
		return of(Visit.open(chromium, url, visitor));
	}

	private static FlameGraphPage of(Visit visit) {
		FlameGraphPage page = new FlameGraphPage(visit);
		assertThat(page.selected()).not().isEmpty();
		return page;
	}

	Visit visit() {
		return this.visit;
	}

	Page page() {
		return this.visit.page();
	}

	Locator part(String name) {
		return this.visit.part(name);
	}

	Locator button(String name) {
		return this.visit.button(name);
	}

	Locator canvas() {
		return this.page()
			.getByRole(AriaRole.IMG, new Page.GetByRoleOptions().setName(Pattern.compile("^Flame graph: ")));
	}

	/**
	 * The name of the selected frame in the side panel.
	 * @return the element
	 */
	Locator selected() {
		return part("side").locator(".hw-side__name");
	}

	Locator crumbs() {
		return part("path").getByRole(AriaRole.BUTTON);
	}

	Locator yourCode() {
		return part("your-code").getByRole(AriaRole.ROW);
	}

	Locator chip(String name) {
		return page().getByRole(AriaRole.GROUP, new Page.GetByRoleOptions().setName("Shown frames"))
			.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(Pattern.compile("^" + name)));
	}

	void view(String name) {
		page().getByRole(AriaRole.GROUP, new Page.GetByRoleOptions().setName("View").setExact(true))
			.getByText(name, new Locator.GetByTextOptions().setExact(true))
			.click();
	}

	/**
	 * Select the frame of the application that allocates most.
	 */
	void selectName() {
		part("your-code").getByTitle(NAME).click();
		assertThat(selected()).hasText(NAME);
	}

	/**
	 * Open the page again with a clock that stands still, so that it asks by itself only
	 * when it is told how much time has passed.
	 */
	void stopClock() {
		page().clock().install();
		page().reload();
		page().clock().runFor(100);
		assertThat(selected()).not().isEmpty();
	}

	void passTime(int millis) {
		page().clock().runFor(millis);
	}

	void clickRow(int row) {
		canvas().click(new Locator.ClickOptions().setPosition(middle(), (row + 0.5) * ROW_HEIGHT));
	}

	/**
	 * Click the first row, seen from the root, that stands for several frames.
	 */
	void clickFoldedRow() {
		for (int row = 1; row < 20; row++) {
			hover(row);
			if (page().locator(".hw-flame__tip").textContent().startsWith("▸")) {
				clickRow(row);
				return;
			}
		}
		throw new AssertionError("No row is folded");
	}

	private void hover(int row) {
		canvas().hover(new Locator.HoverOptions().setPosition(middle(), (row + 0.5) * ROW_HEIGHT));
	}

	void doubleClickRow(int row) {
		canvas().dblclick(new Locator.DblclickOptions().setPosition(middle(), (row + 0.5) * ROW_HEIGHT));
	}

	void clickAtTheBottom() {
		canvas().click(new Locator.ClickOptions().setPosition(middle(), box().height - ROW_HEIGHT / 2.0));
	}

	private double middle() {
		return box().width / 2;
	}

	private BoundingBox box() {
		return canvas().boundingBox();
	}

	/**
	 * The colour of the canvas at a place.
	 * @param x in CSS pixels from its left edge
	 * @param y in CSS pixels from its top
	 * @return red, green, blue and alpha
	 */
	String color(double x, double y) {
		return (String) canvas().evaluate("""
				(canvas, [x, y]) => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => {
				  const copy = new OffscreenCanvas(1, 1).getContext('2d', {willReadFrequently: true});
				  copy.drawImage(canvas, -x * devicePixelRatio, -y * devicePixelRatio);
				  resolve(copy.getImageData(0, 0, 1, 1).data.join());
				})))
				""", new Object[] { x, y });
	}

	/**
	 * A parameter of the address.
	 * @param name its name
	 * @return its value, {@code null} if there is none
	 */
	String parameter(String name) {
		return UriComponentsBuilder.fromUriString(page().url()).build(true).getQueryParams().getFirst(name);
	}

	@Override
	public void close() {
		this.visit.close();
	}

}
