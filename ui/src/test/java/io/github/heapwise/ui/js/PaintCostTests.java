package io.github.heapwise.ui.js;

import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import io.github.heapwise.ui.test.BrowserTest;
import io.github.heapwise.ui.test.Chromium;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Prints what painting a large profile costs: CPU time of the page's main thread, from
 * the bytes of the answer to pixels. Asserts only that something was painted, times are
 * for humans.
 */
@BrowserTest
class PaintCostTests {

	private static final int REDRAWS = 15;

	@AutoClose
	private static final SourceServer SOURCES = new SourceServer();

	@ParameterizedTest
	@CsvSource({ "100000, false", "100000, true", "1000000, false" })
	void largeProfileIsPainted(int nodes, boolean folded, Chromium chromium) {
		try (Page page = SOURCES.open(chromium)) {
			paint(page, nodes, folded);
		}
	}

	private static void paint(Page page, int nodes, boolean folded) {
		MainThreadClock clock = new MainThreadClock(page);
		page.evaluate("(nodes) => import('./paint-benchmark.js')"
				+ ".then(({PaintBenchmark}) => window.benchmark = new PaintBenchmark(nodes))"
				+ ".then(() => undefined)", nodes);
		double firstPaint = clock
			.millisOf(() -> assertThat(page.evaluate("(fold) => benchmark.firstPaint(fold)", folded)).isEqualTo(nodes));
		double[] redraws = IntStream.range(0, REDRAWS)
			.mapToDouble((i) -> clock.millisOf(() -> page.evaluate("() => benchmark.redraw()")))
			.sorted()
			.toArray();
		assertThat((int) page.evaluate("() => benchmark.colors()")).isGreaterThan(2);
		System.out.printf(
				"Flame graph of %,d nodes%s: first paint %.0f ms, redraw %.1f ms (median of %d, at most %.1f)%n", nodes,
				folded ? ", folded" : "", firstPaint, redraws[REDRAWS / 2], REDRAWS,
				DoubleStream.of(redraws).max().orElseThrow());
	}

	/**
	 * CPU time of a page's main thread. Wall clock would measure what else the machine
	 * does.
	 */
	private static final class MainThreadClock {

		private final CDPSession session;

		MainThreadClock(Page page) {
			this.session = page.context().newCDPSession(page);
			JsonObject parameters = new JsonObject();
			parameters.addProperty("timeDomain", "threadTicks");
			this.session.send("Performance.enable", parameters);
		}

		double millisOf(Runnable work) {
			double start = taskMillis();
			work.run();
			return taskMillis() - start;
		}

		private double taskMillis() {
			for (JsonElement metric : this.session.send("Performance.getMetrics").getAsJsonArray("metrics")) {
				if (metric.getAsJsonObject().get("name").getAsString().equals("TaskDuration")) {
					return metric.getAsJsonObject().get("value").getAsDouble() * 1000;
				}
			}
			throw new IllegalStateException("The browser does not report 'TaskDuration'");
		}

	}

}
