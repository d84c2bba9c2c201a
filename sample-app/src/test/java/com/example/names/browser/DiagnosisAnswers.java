package com.example.names.browser;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

import com.microsoft.playwright.Route;

/**
 * What the endpoint of the diagnosis would answer if much were wrong, some of it with
 * names that leave no room for anything else.
 */
final class DiagnosisAnswers {

	static final String ADDRESS = "**/actuator/memory/diagnosis";

	static final String MARKUP = "<img src=x onerror='document.title=1'>";

	static final String MARKDOWN = "# Heapwise: Memory held grows\n";

	private static final String LONG = "w".repeat(200);

	private static final long START = 1_795_910_400_000L;

	private int answers;

	/**
	 * Answer as if much were wrong: a leak, a route and a rule of the user, whose names
	 * are hostile. With each answer the numbers change and the others change places.
	 * @param route the question
	 */
	void wrong(Route route) {
		if (String.valueOf(route.request().headerValue("accept")).contains("markdown")) {
			route.fulfill(new Route.FulfillOptions().setContentType("text/markdown;charset=UTF-8").setBody(MARKDOWN));
			return;
		}
		this.answers++;
		String leak = leak(100 + this.answers);
		String busy = finding("allocation-pressure", "warning", "GET /reports allocates too much", "routes",
				"{'route': 'GET /'}");
		String hostile = finding("own-" + LONG, "info", MARKUP + LONG, "latency", "{'pool': 'tomcat'}");
		answer(route, "critical", (this.answers % 2 == 1) ? String.join(",", leak, busy, hostile)
				: String.join(",", busy, hostile, leak));
	}

	/**
	 * Answer as if all were well.
	 * @param route the question
	 */
	static void healthy(Route route) {
		answer(route, "none", "");
	}

	private static void answer(Route route, String severity, String findings) {
		String body = """
				{'time': '2026-11-29T00:02:00Z', 'verdict': 'The verdict of %1$s', 'severity': '%2$s', 'windowMillis': 120000,
				'from': '2026-11-29T00:00:00Z', 'to': '2026-11-29T00:02:00Z',
				'load': {'from': '2026-11-29T00:00:30Z', 'to': '2026-11-29T00:01:50Z'}, 'findings': [%3$s],
				'passed': [{'id': 'long-pauses', 'title': 'Long pauses %1$s', 'evidence': [%4$s]}, {'id': 'stalls', 'title': 'Stalls', 'evidence': []}],
				'undecided': [{'id': 'threads', 'title': 'Threads %1$s', 'reason': 'Too little load %1$s', 'runForSeconds': 40}]}
				"""
			.formatted(LONG, severity, findings, evidence("Longest pause of " + LONG, 48, ""));
		route.fulfill(new Route.FulfillOptions().setContentType("application/json").setBody(body.replace('\'', '"')));
	}

	private static String leak(int observed) {
		return """
				{'id': 'memory-grows', 'title': 'Memory held grows', 'severity': 'critical', 'confidence': 'medium',
				'evidence': [%s, %s], 'advice': ['Take a heap dump', 'Compare it'],
				'explanation': {'id': 'leak', 'title': 'Leak', 'markdown': 'It is **held**.\\n\\n- `one`\\n- two\\n'},
				'next': {'title': 'Take two heap dumps', 'page': 'heapdumps', 'parameters': {}}}
				""".formatted(evidence("Growth", observed, series()), evidence("Longest pause", 250, series()));
	}

	private static String finding(String id, String severity, String title, String page, String parameters) {
		return """
				{'id': '%s', 'title': '%s', 'severity': '%s', 'confidence': 'high', 'evidence': [%s], 'advice': ['%3$s %s'],
				'explanation': {'id': 'own'}, 'next': {'title': 'Look at %5$s', 'page': '%s', 'parameters': %s}}
				"""
			.formatted(id, text(title), severity, evidence(LONG, 1, series()), LONG, page, parameters);
	}

	private static String evidence(String signal, int observed, String series) {
		return """
				{'signal': '%s', 'observed': %d, 'threshold': 200, 'unit': 'ms', 'from': '2026-11-29T00:00:30Z',
				'to': '2026-11-29T00:01:50Z'%s}
				""".formatted(signal, observed, series);
	}

	private static String series() {
		return ", 'series': {'times': [%s], 'values': [%s]}".formatted(
				IntStream.range(0, 40).mapToObj((i) -> "" + (START + 2000L * i)).collect(Collectors.joining(",")),
				IntStream.range(0, 40).mapToObj((i) -> "" + (i * 37) % 300).collect(Collectors.joining(",")));
	}

	private static String text(String title) {
		return title.replace('\'', '`');
	}

}
