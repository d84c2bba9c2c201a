package com.example.names.load;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Predicate;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Asks the application for its allocation profile, as any user of the endpoint would.
 * <p>
 * Whatever the application answers instead of a profile is thrown as an
 * {@link IOException} whose message is one sentence for the reader.
 */
final class ProfileSource {

	private static final Duration TIMEOUT = Duration.ofSeconds(10);

	private final HttpClient client = HttpClient.newHttpClient();

	private final JsonMapper json = JsonMapper.builder().build();

	private final URI allocations;

	private final Duration interval;

	private final Duration patience;

	/**
	 * Create a source.
	 * @param allocations address of the profile
	 * @param interval how long to wait before asking again for what was not there yet
	 * @param patience how long to go on asking
	 */
	ProfileSource(URI allocations, Duration interval, Duration patience) {
		this.allocations = allocations;
		this.interval = interval;
		this.patience = patience;
	}

	/**
	 * Wait until the application records. Blocks.
	 * @throws IOException if there is no profile to be had
	 * @throws InterruptedException if interrupted meanwhile
	 */
	void awaitRecording() throws IOException, InterruptedException {
		poll(this.allocations, (profile) -> !profile.meta().recorder().state().equals("starting"));
	}

	/**
	 * The profile of that range. Samples arrive some seconds late, so this blocks until
	 * the profile reaches the end of the range or patience ends.
	 * @param from start of the range
	 * @param to end of the range
	 * @return the profile, possibly of a shorter range
	 * @throws IOException if there is no profile to be had
	 * @throws InterruptedException if interrupted meanwhile
	 */
	AllocationProfile profile(Instant from, Instant to) throws IOException, InterruptedException {
		URI everything = address("", from, to, "&min=0");
		return poll(everything, (profile) -> !profile.meta().to().isBefore(to));
	}

	/**
	 * Write the flamegraph of that range.
	 * @param from start of the range
	 * @param to end of the range
	 * @param file to write to
	 * @throws IOException if there is no flamegraph to be had or the file cannot be
	 * written
	 * @throws InterruptedException if interrupted meanwhile
	 */
	void writeFlamegraph(Instant from, Instant to, Path file) throws IOException, InterruptedException {
		byte[] flamegraph = get(address("/flamegraph.html", from, to, ""), "text/html");
		try {
			Files.write(file, flamegraph);
		}
		catch (IOException ex) {
			throw new IOException("Flamegraph not written to '" + file + "': " + ex, ex);
		}
	}

	private AllocationProfile poll(URI address, Predicate<AllocationProfile> isComplete)
			throws IOException, InterruptedException {
		long start = System.nanoTime();
		AllocationProfile profile = read(address);
		while (!isComplete.test(profile) && System.nanoTime() - start < this.patience.toNanos()) {
			Thread.sleep(this.interval.toMillis());
			profile = read(address);
		}
		return profile;
	}

	private AllocationProfile read(URI address) throws IOException, InterruptedException {
		byte[] body = get(address, "application/json");
		try {
			return this.json.readValue(body, AllocationProfile.class);
		}
		catch (JacksonException ex) {
			throw new IOException(
					"GET " + address + " answered something other than a profile: " + ex.getOriginalMessage(), ex);
		}
	}

	private byte[] get(URI address, String type) throws IOException, InterruptedException {
		HttpRequest request = HttpRequest.newBuilder(address).header("Accept", type).timeout(TIMEOUT).build();
		HttpResponse<byte[]> response = send(request);
		if (response.statusCode() != 200) {
			throw new IOException("GET " + address + " answered " + response.statusCode() + reason(response.body()));
		}
		return response.body();
	}

	private HttpResponse<byte[]> send(HttpRequest request) throws IOException, InterruptedException {
		try {
			return this.client.send(request, BodyHandlers.ofByteArray());
		}
		catch (IOException ex) {
			throw new IOException("GET " + request.uri() + " was not answered: " + ex, ex);
		}
	}

	private String reason(byte[] body) {
		try {
			String message = this.json.readTree(body).path("message").asString("");
			return message.isEmpty() ? "" : ": " + message;
		}
		catch (JacksonException ex) {
			return "";
		}
	}

	private URI address(String export, Instant from, Instant to, String more) {
		return URI.create(this.allocations + export + "?from=" + from + "&to=" + to + more);
	}

}
