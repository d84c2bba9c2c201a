package com.example.names.load;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

import com.sun.net.httpserver.HttpHandler;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link ProfileSource}.
 */
class ProfileSourceTests {

	private static final Instant FROM = Instant.parse("2026-11-23T10:00:00.250Z");

	private static final Instant TO = Instant.parse("2026-11-23T10:00:10.250Z");

	private final Queue<URI> requests = new ConcurrentLinkedQueue<>();

	private LocalServer server;

	@BeforeEach
	void startServer() throws IOException {
		this.server = new LocalServer();
	}

	@AfterEach
	void stopServer() {
		this.server.close();
	}

	@Test
	void profileIsAskedForUntilItReachesTheEnd() throws Exception {
		this.server.on("/allocations", inTurn(200, profile("2026-11-23T10:00:05Z"), profile("2026-11-23T10:00:10.249Z"),
				profile("2026-11-23T10:00:10.250Z")));
		AllocationProfile profile = source(Duration.ofMinutes(1)).profile(FROM, TO);
		assertThat(profile.meta().to()).isEqualTo(TO);
		assertThat(this.requests).hasSize(3)
			.allSatisfy((request) -> assertThat(request).asString()
				.isEqualTo("/allocations?from=2026-11-23T10:00:00.250Z&to=2026-11-23T10:00:10.250Z&min=0"));
	}

	@Test
	void shorterProfileIsTakenWhenPatienceEnds() throws Exception {
		this.server.on("/allocations", inTurn(200, profile("2026-11-23T10:00:05Z")));
		AllocationProfile profile = source(Duration.ZERO).profile(FROM, TO);
		assertThat(profile.meta().to()).isEqualTo("2026-11-23T10:00:05Z");
	}

	@Test
	void recordingIsAwaitedWhileTheRecorderStarts() throws Exception {
		this.server.on("/allocations", inTurn(200, profile("2026-11-23T10:00:05Z").replace("recording", "starting"),
				profile("2026-11-23T10:00:05Z")));
		source(Duration.ofMinutes(1)).awaitRecording();
		assertThat(this.requests).hasSize(2);
	}

	@Test
	void errorIsToldInTheWordsOfTheAnswer() {
		this.server.on("/allocations", inTurn(503, "{\"status\": 503, \"message\": \"JFR is not available\"}"));
		assertThatExceptionOfType(IOException.class).isThrownBy(() -> source(Duration.ZERO).profile(FROM, TO))
			.withMessageStartingWith("GET " + this.server.address("/allocations"))
			.withMessageEndingWith(" answered 503: JFR is not available");
	}

	@Test
	void errorWithoutWordsIsToldByItsStatus() {
		this.server.on("/", inTurn(404, "<html>"));
		assertThatExceptionOfType(IOException.class).isThrownBy(() -> source(Duration.ZERO).profile(FROM, TO))
			.withMessageEndingWith(" answered 404");
	}

	@Test
	void answerThatIsNoProfileIsAnError() {
		this.server.on("/allocations", inTurn(200, "<html>"));
		assertThatExceptionOfType(IOException.class).isThrownBy(() -> source(Duration.ZERO).profile(FROM, TO))
			.withMessageContaining(" answered something other than a profile: ");
	}

	@Test
	void silenceIsAnError() {
		ProfileSource source = source(Duration.ZERO);
		this.server.close();
		assertThatExceptionOfType(IOException.class).isThrownBy(source::awaitRecording)
			.withMessageContaining(" was not answered: ");
	}

	@Test
	void flamegraphIsWrittenAsAnswered(@TempDir Path directory) throws Exception {
		this.server.on("/allocations/flamegraph.html", inTurn(200, "<html>flames</html>"));
		Path file = directory.resolve("flamegraph.html");
		source(Duration.ZERO).writeFlamegraph(FROM, TO, file);
		assertThat(file).hasContent("<html>flames</html>");
		assertThat(this.requests).singleElement()
			.hasToString("/allocations/flamegraph.html?from=2026-11-23T10:00:00.250Z&to=2026-11-23T10:00:10.250Z");
	}

	@Test
	void fileThatCannotBeWrittenIsNamed(@TempDir Path directory) {
		this.server.on("/allocations/flamegraph.html", inTurn(200, "<html>flames</html>"));
		Path file = directory.resolve("missing/flamegraph.html");
		assertThatExceptionOfType(IOException.class)
			.isThrownBy(() -> source(Duration.ZERO).writeFlamegraph(FROM, TO, file))
			.withMessageStartingWith("Flamegraph not written to '" + file + "': ");
	}

	private ProfileSource source(Duration patience) {
		return new ProfileSource(this.server.address("/allocations"), Duration.ofMillis(1), patience);
	}

	private HttpHandler inTurn(int status, String... bodies) {
		Queue<String> answers = new ConcurrentLinkedQueue<>(List.of(bodies));
		return (exchange) -> {
			this.requests.add(exchange.getRequestURI());
			LocalServer.answer(exchange, status, answers.remove());
		};
	}

	private static String profile(String to) {
		return """
				{"meta": {"from": "2026-11-23T10:00:00Z", "to": "%s", "unit": "bytes", "total": 0, "ownBytes": 0, "samples": 0,
				"errorRatio": 0.026, "recorder": {"state": "recording", "reason": null}},
				"names": ["all"], "cat": [4], "up": [0], "name": [0], "self": [0]}
				"""
			.formatted(to);
	}

}
