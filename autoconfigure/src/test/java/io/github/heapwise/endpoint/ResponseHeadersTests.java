package io.github.heapwise.endpoint;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ResponseHeaders}.
 */
class ResponseHeadersTests {

	private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-31T10:15:30Z"), ZoneOffset.UTC);

	private final ResponseHeaders headers = new ResponseHeaders("My \"Shop\"\r\n1", CLOCK);

	@ParameterizedTest
	@CsvSource({ "flamegraph.html, My-Shop-1-flamegraph-20260131-101530Z.html",
			"profile.pb.gz, My-Shop-1-profile-20260131-101530Z.pb.gz" })
	void aDownloadIsNamedAfterApplicationContentAndTime(String export, String name) {
		EndpointTarget target = new EndpointTarget(HeapwiseEndpoint.ALLOCATIONS, List.of(export));
		assertThat(this.headers.onStatus(target, 200, null).get("Content-Disposition")).startsWith("attachment;")
			.contains(name);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "\u5e97", "---" })
	void aDownloadOfAnApplicationWithoutALatinNameIsNamedNevertheless(String application) {
		ResponseHeaders nameless = new ResponseHeaders(application, CLOCK);
		EndpointTarget target = new EndpointTarget(HeapwiseEndpoint.ALLOCATIONS, List.of("folded.txt"));
		assertThat(nameless.onStatus(target, 200, null).get("Content-Disposition"))
			.contains("\"application-folded-20260131-101530Z.txt\"");
	}

	@Test
	void whatIsNotAFileIsNotADownload() {
		assertThat(this.headers.onStatus(new EndpointTarget(HeapwiseEndpoint.ALLOCATIONS, List.of()), 200, null))
			.isEmpty();
		assertThat(this.headers.onStatus(new EndpointTarget(HeapwiseEndpoint.RECORDINGS, List.of("17")), 200, null))
			.isEmpty();
		assertThat(this.headers.onStatus(new EndpointTarget(HeapwiseEndpoint.UI, List.of("a.b")), 200, null)).isEmpty();
	}

	@Test
	void theFileOfAHeapDumpHasANameAndATagThatStay() {
		EndpointTarget target = new EndpointTarget(HeapwiseEndpoint.HEAP_DUMPS, List.of("20260131-1", "file"));
		for (int status : new int[] { 200, 206 }) {
			assertThat(this.headers.onStatus(target, status, null)).containsEntry("ETag", "\"20260131-1\"")
				.containsEntry("Content-Disposition", "attachment; filename=\"My-Shop-1-20260131-1.hprof\"");
		}
		assertThat(this.headers.onStatus(target, 404, null)).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "a\"b", "a\r\nb", "..", "A", "" })
	void whatIsNoIdOfAHeapDumpGetsIntoNoHeader(String id) {
		EndpointTarget target = new EndpointTarget(HeapwiseEndpoint.HEAP_DUMPS, List.of(id, "file"));
		assertThat(this.headers.onStatus(target, 200, null)).isEmpty();
	}

	@Test
	void whoeverIsRefusedForNowIsToldToComeBack() {
		EndpointTarget target = new EndpointTarget(HeapwiseEndpoint.GC, List.of());
		assertThat(this.headers.onStatus(target, 429, null)).containsEntry("Retry-After", "10");
		assertThat(this.headers.onStatus(target, 429, "text html")).containsOnlyKeys("Retry-After");
		assertThat(this.headers.onStatus(target, 429, RetryAfter.json(7L).toString()))
			.isEqualTo(Map.of("Retry-After", "7", "Content-Type", "application/json"));
		assertThat(this.headers.onStatus(target, 400, null)).isEmpty();
	}

	@Test
	void onlyVersionedFilesAreKept() {
		EndpointTarget file = new EndpointTarget(HeapwiseEndpoint.UI, List.of("1f", "css", "base.css"));
		assertThat(this.headers.onStatus(file, 200, null))
			.containsEntry("Cache-Control", "private, max-age=31536000, immutable")
			.containsEntry("Content-Disposition", "inline");
		assertThat(this.headers.always(file)).containsEntry("Cache-Control", "no-store");
	}

	@Test
	void nothingMayFrameOurAnswersAndOnlyPagesMayLoadAnything() {
		assertThat(policy(HeapwiseEndpoint.ALLOCATIONS)).isEqualTo("default-src 'none'; frame-ancestors 'none'");
		assertThat(policy(HeapwiseEndpoint.UI)).startsWith("default-src 'none'; ")
			.contains("script-src 'self'", "connect-src 'self'", "frame-ancestors 'none'")
			.doesNotContain("unsafe", "*", "http");
	}

	private String policy(HeapwiseEndpoint endpoint) {
		return this.headers.always(new EndpointTarget(endpoint, List.of())).get("Content-Security-Policy");
	}

}
