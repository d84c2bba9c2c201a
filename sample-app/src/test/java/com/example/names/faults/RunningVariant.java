package com.example.names.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.jayway.jsonpath.JsonPath;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * A variant of the sample in a JVM of its own, with a heap that its faults can fill.
 */
final class RunningVariant implements AutoCloseable {

	private static final Pattern LIVE_PAGE = Pattern.compile("Live page: +(http://\\S+/actuator)/\\S+");

	private static final int CONNECTIONS = 10;

	private final ExecutorService connections = Executors.newFixedThreadPool(CONNECTIONS);

	private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

	private final Process process;

	private final String actuator;

	private RunningVariant(Process process, String actuator) {
		this.process = process;
		this.actuator = actuator;
	}

	/**
	 * Start a variant whose faults show soon.
	 * @param profile its profile
	 * @return the variant, without load
	 */
	static RunningVariant start(String profile) {
		return serving(process(profile));
	}

	/**
	 * Start a variant as its users would.
	 * @param profile its profile
	 * @param options options of its JVM
	 * @param settings properties
	 * @return the variant, without load
	 */
	static RunningVariant start(String profile, List<String> options, List<String> settings) {
		return serving(process(profile, options, settings));
	}

	private static RunningVariant serving(Process process) {
		List<String> output = new ArrayList<>();
		return process.inputReader(StandardCharsets.UTF_8)
			.lines()
			.peek(output::add)
			.map(LIVE_PAGE::matcher)
			.filter(Matcher::find)
			.findFirst()
			.map((matcher) -> new RunningVariant(process, matcher.group(1)))
			.orElseThrow(() -> new IllegalStateException(String.join("\n", output)));
	}

	/**
	 * Start a variant.
	 * @param profile its profile
	 * @return its process, with all it prints in one stream
	 */
	static Process process(String profile) {
		return process(profile, List.of("-Xmx512m", "-XX:+UseG1GC"),
				List.of("--names.faults.leaks-per-second=1000", "--management.endpoint.memorygc.access=unrestricted",
						"--management.endpoints.web.exposure.include=threaddump", "--heapwise.gc.run-interval=0s",
						"--heapwise.latency.window=30s"));
	}

	private static Process process(String profile, List<String> options, List<String> settings) {
		List<String> command = new ArrayList<>();
		command.add(Path.of(System.getProperty("java.home"), "bin/java").toString());
		command.add("-XX:TieredStopAtLevel=1");
		command.addAll(options);
		command.addAll(List.of("-jar", System.getProperty("sample.jar"), "--spring.profiles.active=" + profile,
				"--server.port=0", "--load.seconds=0"));
		// In the usual one the dump of another variant would be the last one.
		command.add("--heapwise.heapdump.directory=target/heapdumps/" + profile);
		command.addAll(settings);
		try {
			return new ProcessBuilder(command).redirectErrorStream(true).start();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Ask for the page over several connections at once.
	 * @param requests how often, all together
	 */
	void load(int requests) {
		Callable<Void> request = () -> {
			visit();
			return null;
		};
		try {
			for (Future<Void> visit : this.connections.invokeAll(Collections.nCopies(requests, request))) {
				visit.get();
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
		catch (ExecutionException ex) {
			throw new IllegalStateException(ex.getCause());
		}
	}

	/**
	 * Ask for the page once.
	 */
	void visit() {
		body(HttpRequest.newBuilder(URI.create(this.actuator).resolve("/")));
	}

	/**
	 * What a path selects in the answer of an endpoint.
	 * @param <T> what it selects
	 * @param endpoint address below the base path of the actuator
	 * @param path a JSONPath
	 * @return what it selects
	 */
	<T> T read(String endpoint, String path) {
		return JsonPath.read(body(HttpRequest.newBuilder(endpoint(endpoint))), path);
	}

	/**
	 * A number in the answer of an endpoint.
	 * @param endpoint address below the base path of the actuator
	 * @param path a JSONPath of one number
	 * @return the number
	 */
	double number(String endpoint, String path) {
		Number number = read(endpoint, path);
		return number.doubleValue();
	}

	/**
	 * Run a full collection.
	 * @return bytes of the heap that it left
	 */
	double collect() {
		Number left = JsonPath.read(body(HttpRequest.newBuilder(endpoint("memory/gc")).POST(BodyPublishers.noBody())),
				"$.after.heapUsedBytes");
		return left.doubleValue();
	}

	/**
	 * Take a heap dump. Waits until it is analysed.
	 */
	void dumpHeap() {
		HttpResponse<String> accepted = send(
				HttpRequest.newBuilder(endpoint("heapdumps")).POST(BodyPublishers.noBody()));
		assertThat(accepted.statusCode()).as(accepted.body()).isEqualTo(202);
		String id = JsonPath.read(accepted.body(), "$.id");
		await().atMost(Duration.ofMinutes(2))
			.untilAsserted(() -> assertThat(this.<List<String>>read("heapdumps/" + id, "$..analysis.state"))
				.containsExactly("done"));
	}

	private URI endpoint(String path) {
		return URI.create(this.actuator + "/" + path);
	}

	private String body(HttpRequest.Builder request) {
		HttpResponse<String> response = send(request);
		assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
		return response.body();
	}

	private HttpResponse<String> send(HttpRequest.Builder request) {
		try {
			return this.client.send(request.build(), BodyHandlers.ofString());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	@Override
	public void close() {
		this.connections.shutdownNow();
		this.process.destroy();
		this.process.onExit().join();
	}

}
