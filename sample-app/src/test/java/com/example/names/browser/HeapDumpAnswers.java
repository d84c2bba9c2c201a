package com.example.names.browser;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.microsoft.playwright.Route;

/**
 * What the endpoint of heap dumps would answer if much had happened: a hundred of them in
 * all states, some with names and reasons that leave no room for anything else.
 */
final class HeapDumpAnswers {

	static final String ADDRESS = "**/actuator/heapdumps";

	static final String MARKUP = "<img src=x onerror='document.title=1'>";

	private static final String LONG = "w".repeat(200);

	private static final String FACTS = """
			, 'time': '2026-11-28T17:00:51Z', 'pauseMillis': 123456, 'sizeBytes': 61000000000, 'redacted': false,
			'heap': {'usedBytes': 1000000, 'committedBytes': 2000000, 'maxBytes': 3000000},
			'flags': {'UseCompressedOops': 'true', 'UseG1GC': 'true'}, 'jvm': 'OpenJDK', 'application': '%1$s', 'host': '%1$s'
			"""
		.formatted(LONG);

	private HeapDumpAnswers() {
	}

	/**
	 * Answer as if much had happened, with values to be had.
	 * @param route the question
	 */
	static void many(Route route) {
		Stream<String> few = Stream.of(dump(0, "queued", LONG, ", 'progressRatio': 0"),
				dump(1, "dumping", MARKUP, ", 'progressRatio': 0.42"), dump(2, "indexing", "", ", 'progressRatio': 1"),
				dump(3, "failed", "old generation above 90 %",
						", 'failure': '212 MB free, about 1.4 GB needed. %s'".formatted(LONG)));
		Stream<String> ready = IntStream.range(4, 100).mapToObj((number) -> dump(number, "ready", LONG, FACTS));
		answer(route, Stream.concat(few, ready).toList());
	}

	private static void answer(Route route, List<String> dumps) {
		String body = """
				{'dumps': [%s], 'estimate': {'pauseMillis': 735, 'diskBytes': 90000000, 'calibrated': true},
				'liveEstimate': {'pauseMillis': 1570, 'diskBytes': 36000000, 'calibrated': false},
				'rawDownload': true, 'redactedAtCapture': false,
				'triggers': [{'id': 'http', 'enabled': true, 'property': 'x'},
				  {'id': 'out-of-memory', 'enabled': false, 'property': 'heapwise.heapdump.on-out-of-memory=%s'}],
				'store': {'dumps': 97, 'bytes': 61000000000, 'maxDumps': 100, 'maxBytes': 99000000000, 'maxAgeMillis': 604800000}}
				"""
			.formatted(dumps.stream().collect(Collectors.joining(",")), LONG);
		route.fulfill(new Route.FulfillOptions().setContentType("application/json").setBody(body.replace('\'', '"')));
	}

	private static String dump(int number, String state, String reason, String more) {
		return """
				{'id': '%d', 'state': '%s', 'trigger': 'out-of-memory', 'reason': '%s', 'live': true,
				'requestedAt': '2026-11-28T17:00:51Z', 'estimate': {'pauseMillis': 735, 'diskBytes': 90000000}%s}
				""".formatted(number, state, reason.replace('\'', '`'), more);
	}

}
