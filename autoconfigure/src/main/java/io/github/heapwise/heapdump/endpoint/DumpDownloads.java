package io.github.heapwise.heapdump.endpoint;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;

import io.github.heapwise.endpoint.Download;
import io.github.heapwise.endpoint.Parsed;
import io.github.heapwise.endpoint.Problem;
import io.github.heapwise.endpoint.SafeText;
import io.github.heapwise.heapdump.DumpContent;
import io.github.heapwise.heapdump.HeapDump;
import io.github.heapwise.heapdump.HeapDumps;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;
import org.springframework.util.MimeType;
import org.springframework.util.MimeTypeUtils;

/**
 * Hands out the files of dumps: without the values in them, unless the user permits it.
 */
final class DumpDownloads {

	private static final MimeType CONTENT_TYPE = MimeTypeUtils.APPLICATION_OCTET_STREAM;

	private final HeapDumps dumps;

	private final boolean rawPermitted;

	private final Consumer<String> log;

	DumpDownloads(HeapDumps dumps, boolean rawPermitted, Consumer<String> log) {
		this.dumps = dumps;
		this.rawPermitted = rawPermitted;
		this.log = log;
	}

	/**
	 * Return the file of a dump.
	 * @param dump the dump
	 * @param raw whether with the values in it
	 * @param user who asks, {@code null} where nobody knows
	 * @param download what of it, {@code null} for the whole
	 * @return the answer, or what stands against it
	 */
	Parsed<WebEndpointResponse<?>> file(HeapDump dump, boolean raw, @Nullable String user,
			@Nullable Download download) {
		if (raw && !this.rawPermitted) {
			return Parsed.problem(Problem.forbidden("raw", "true", "Heap dumps hold passwords and personal data, "
					+ "and are sent without values unless 'heapwise.heapdump.raw-download=true' is set"));
		}
		try {
			return resource(dump, raw, download).map((resource) -> answer(dump, resource, raw, user))
				.orElseGet(() -> Parsed.problem(Unanswerable.withoutFile(dump)));
		}
		catch (IOException | CancellationException ex) {
			this.log.accept("Heap dump '%s' cannot be read: %s".formatted(dump.id(), ex));
			return Parsed.problem(Problem.unavailable(
					"Heap dump '%s' cannot be read. The log of the application has the reason".formatted(dump.id())));
		}
	}

	// Opened once, which takes the seconds it takes to find what has to stay, to know
	// that
	// it can be read while there still is an answer to give. Closed at once: whoever asks
	// for the headers only, or is gone, would never close it.
	private Optional<DumpResource> resource(HeapDump dump, boolean raw, @Nullable Download download)
			throws IOException {
		Optional<DumpContent> opened = this.dumps.open(dump.id(), raw);
		if (opened.isEmpty()) {
			return Optional.empty();
		}
		try (DumpContent content = opened.get(); InputStream readable = content.open()) {
			return Optional.of(new DumpResource(this.dumps, dump.id(), raw, content.length(), download));
		}
	}

	private Parsed<WebEndpointResponse<?>> answer(HeapDump dump, DumpResource resource, boolean raw,
			@Nullable String user) {
		if (raw) {
			this.log.accept("Heap dump '%s' is read with the values in it by %s".formatted(dump.id(),
					(user != null) ? "'" + SafeText.of(user) + "'" : "a client that is not logged in"));
		}
		return Parsed.of(new WebEndpointResponse<>(resource, CONTENT_TYPE));
	}

}
