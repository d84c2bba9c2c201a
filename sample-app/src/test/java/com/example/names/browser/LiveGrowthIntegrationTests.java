package com.example.names.browser;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.WaitForConditionOptions;
import io.github.heapwise.ui.test.Chromium;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Live pages that stay open: they poll, draw and forget. For so many seconds as the
 * property {@code heapwise.test.live-seconds} says.
 */
@PageTest
class LiveGrowthIntegrationTests {

	private static final int SECONDS = Integer.getInteger("heapwise.test.live-seconds", 60);

	private static final int WARM_UP = 10;

	// Ten minutes fill the columns of the history with some 100 KB. A chart that is not
	// freed costs more than this with every answer.
	private static final long MAX_GROWTH_BYTES = 1_500_000;

	// A row of the table of collections has about 20.
	private static final int MAX_GROWTH_NODES = 5000;

	@Test
	void livePagesDoNotGrow(Chromium chromium, LoadedSample sample) {
		List<OpenPage> pages = Stream.of(sample.overview(), sample.memory(), sample.gc())
			.map((url) -> new OpenPage(chromium, url))
			.toList();
		try {
			pages.forEach((page) -> page.awaitAnswers(WARM_UP));
			List<Footprint> before = pages.stream().map(OpenPage::footprint).toList();
			sample.load(500);
			pages.forEach((page) -> page.awaitAnswers(WARM_UP + SECONDS));
			for (int i = 0; i < pages.size(); i++) {
				pages.get(i).assertSame(before.get(i));
			}
		}
		finally {
			pages.forEach(OpenPage::close);
		}
	}

	/**
	 * What a page holds after a collection.
	 *
	 * @param heapBytes used by JavaScript
	 * @param nodes elements and texts, also those that are nowhere in the document
	 * @param listeners of events
	 */
	private record Footprint(long heapBytes, int nodes, int listeners) {
	}

	private static final class OpenPage implements AutoCloseable {

		private final AtomicInteger answers = new AtomicInteger();

		private final Visit visit;

		private final CDPSession session;

		private OpenPage(Chromium chromium, String url) {
			this.visit = Visit.open(chromium, "about:blank");
			Page page = this.visit.page();
			page.onResponse((response) -> {
				if (response.url().contains("/memory/history")) {
					this.answers.incrementAndGet();
				}
			});
			page.navigate(url);
			this.session = page.context().newCDPSession(page);
		}

		void awaitAnswers(int count) {
			this.visit.page()
				.waitForCondition(() -> this.answers.get() >= count,
						new WaitForConditionOptions().setTimeout(10_000 + SECONDS * 5_000));
		}

		Footprint footprint() {
			this.session.send("HeapProfiler.collectGarbage");
			JsonObject heap = this.session.send("Runtime.getHeapUsage");
			JsonObject counters = this.session.send("Memory.getDOMCounters");
			return new Footprint(heap.get("usedSize").getAsLong(), counters.get("nodes").getAsInt(),
					counters.get("jsEventListeners").getAsInt());
		}

		void assertSame(Footprint before) {
			Footprint after = footprint();
			System.out.printf("%s after %d s: %,d -> %,d bytes, %d -> %d nodes, %d -> %d listeners%n",
					this.visit.page().url(), SECONDS, before.heapBytes(), after.heapBytes(), before.nodes(),
					after.nodes(), before.listeners(), after.listeners());
			assertThat(after.heapBytes() - before.heapBytes()).as("growth in bytes").isLessThan(MAX_GROWTH_BYTES);
			assertThat(after.nodes() - before.nodes()).as("growth in nodes").isLessThan(MAX_GROWTH_NODES);
		}

		@Override
		public void close() {
			this.visit.close();
		}

	}

}
