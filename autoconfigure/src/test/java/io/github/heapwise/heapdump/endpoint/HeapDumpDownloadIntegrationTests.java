package io.github.heapwise.heapdump.endpoint;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;

import io.github.heapwise.heapdump.FakeHeapDumps;
import io.github.heapwise.test.Answer;
import io.github.heapwise.test.RunningApplication;
import io.github.heapwise.test.Surroundings;
import org.awaitility.Awaitility;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Integration tests for {@link DumpDownloads} on both web stacks.
 */
class HeapDumpDownloadIntegrationTests {

	private static final String FILE = "/heapdumps/d-ready/file";

	private static final String ETAG = "\"d-ready\"";

	@ParameterizedTest
	@MethodSource("io.github.heapwise.test.Surroundings#stacks")
	void theWholeFileHasItsLengthNameAndTag(Surroundings surroundings) {
		try (RunningApplication application = DumpsApplication.start(surroundings)) {
			Answer whole = application.actuator(FILE, "Accept-Encoding", "gzip");
			assertThat(whole.status()).isEqualTo(200);
			assertThat(whole.response().body()).isEqualTo(bytes(false, 0, DumpsApplication.SIZE_BYTES));
			assertHeaders(whole);
			assertThat(whole.header("Content-Type")).isEqualTo("application/octet-stream");
			assertThat(whole.header("Content-Length")).isEqualTo("3000");
			assertThat(whole.header("Content-Encoding")).isNull();
			assertAllClosed(application);
		}
	}

	@ParameterizedTest
	@MethodSource("io.github.heapwise.test.Surroundings#stacks")
	void aDownloadIsResumed(Surroundings surroundings) {
		try (RunningApplication application = DumpsApplication.start(surroundings)) {
			for (String range : new String[] { "bytes=2000-", "bytes=-1000", "bytes=2000-999999" }) {
				Answer rest = application.actuator(FILE, "Range", range);
				assertThat(rest.status()).as(range).isEqualTo(206);
				assertThat(rest.response().body()).isEqualTo(bytes(false, 2000, 3000));
				assertThat(rest.header("Content-Range")).isEqualTo("bytes 2000-2999/3000");
				assertThat(rest.header("Content-Length")).isEqualTo("1000");
				assertHeaders(rest);
			}
			assertThat(application.actuator(FILE, "Range", "bytes=2000-", "If-Range", ETAG).status()).isEqualTo(206);
			assertAllClosed(application);
		}
	}

	@ParameterizedTest
	@MethodSource("io.github.heapwise.test.Surroundings#stacks")
	void whoHasTheBeginningOfAnotherFileGetsTheWhole(Surroundings surroundings) {
		try (RunningApplication application = DumpsApplication.start(surroundings)) {
			for (String other : new String[] { "\"e-huge\"", "W/" + ETAG, "Sat, 31 Jan 2026 10:15:30 GMT", "" }) {
				Answer whole = application.actuator(FILE, "Range", "bytes=2000-", "If-Range", other);
				assertThat(whole.status()).as(other).isEqualTo(200);
				assertThat(whole.sentBytes()).isEqualTo(DumpsApplication.SIZE_BYTES);
			}
		}
	}

	@ParameterizedTest
	@MethodSource("io.github.heapwise.test.Surroundings#stacks")
	void severalRangesComeAsParts(Surroundings surroundings) {
		try (RunningApplication application = DumpsApplication.start(surroundings)) {
			Answer parts = application.actuator(FILE, "Range", "bytes=0-3,26-29,2998-");
			assertThat(parts.status()).isEqualTo(206);
			assertThat(parts.header("Content-Type")).startsWith("multipart/byteranges; boundary=");
			assertThat(parts.header("Content-Disposition")).contains("My-Shop-d-ready.hprof");
			assertThat(parts.body()).containsSubsequence("Content-Range: bytes 0-3/3000", "\r\n\r\nabcd\r\n",
					"Content-Range: bytes 26-29/3000", "\r\n\r\nabcd\r\n", "Content-Range: bytes 2998-2999/3000");
			assertThat(parts.header("Content-Length")).isEqualTo(String.valueOf(parts.sentBytes()));
			assertAllClosed(application);
		}
	}

	@ParameterizedTest
	@MethodSource("io.github.heapwise.test.Surroundings#stacks")
	void aRangeBeyondTheEndIsRefusedWithTheLength(Surroundings surroundings) {
		try (RunningApplication application = DumpsApplication.start(surroundings)) {
			Answer refused = application.actuator(FILE, "Range", "bytes=3000-");
			assertThat(refused.status()).isEqualTo(416);
			assertThat(refused.header("Content-Range")).isEqualTo("bytes */3000");
			assertThat(refused.header("Content-Disposition")).isNull();
			assertThat(refused.sentBytes()).isZero();
			assertAllClosed(application);
		}
	}

	@ParameterizedTest
	@MethodSource("io.github.heapwise.test.Surroundings#stacks")
	void rangesThatMakeNoSenseAreIgnored(Surroundings surroundings) {
		try (RunningApplication application = DumpsApplication.start(surroundings)) {
			for (String range : new String[] { "bytes=5-4", "bytes=a-b", "lines=1-2", "bytes=", "bytes=0-20,10-30",
					"bytes=" + "0-0,".repeat(200) + "0-0", "bytes=99999999999999999999999999-" }) {
				Answer whole = application.actuator(FILE, "Range", range);
				assertThat(whole.status()).as(range).isEqualTo(200);
				assertThat(whole.sentBytes()).as(range).isEqualTo(DumpsApplication.SIZE_BYTES);
			}
		}
	}

	@ParameterizedTest
	@MethodSource("io.github.heapwise.test.Surroundings#stacks")
	void whoAsksForTheHeadersGetsNoMoreOfATerabyte(Surroundings surroundings) {
		try (RunningApplication application = DumpsApplication.start(surroundings)) {
			Answer head = application.askActuator("HEAD", "/heapdumps/e-huge/file", null, "Range", "bytes=7-");
			assertThat(head.status()).isEqualTo(200);
			assertThat(head.header("Content-Length")).isEqualTo(String.valueOf(1L << 40));
			assertThat(head.header("ETag")).isEqualTo("\"e-huge\"");
			assertThat(DumpsApplication.dumps(application).readBytes()).isZero();
			assertAllClosed(application);
		}
	}

	@ParameterizedTest
	@MethodSource("io.github.heapwise.test.Surroundings#stacks")
	void theEndOfATerabyteIsAtHand(Surroundings surroundings) {
		try (RunningApplication application = DumpsApplication.start(surroundings)) {
			long from = (1L << 40) - 5;
			Answer end = application.actuator("/heapdumps/e-huge/file", "Range", "bytes=" + from + "-");
			assertThat(end.status()).isEqualTo(206);
			assertThat(end.response().body()).isEqualTo(bytes(false, from, from + 5));
		}
	}

	@ParameterizedTest
	@MethodSource("io.github.heapwise.test.Surroundings#stacks")
	void aClientThatIsGoneHoldsNothing(Surroundings surroundings) throws IOException {
		try (RunningApplication application = DumpsApplication.start(surroundings)) {
			try (InputStream body = application.open("/heapdumps/e-huge/file")) {
				assertThat(body.readNBytes(1_000_000)).hasSize(1_000_000);
				assertThat(DumpsApplication.dumps(application).readers()).isOne();
			}
			assertAllClosed(application);
			assertThat(DumpsApplication.dumps(application).readBytes()).isLessThan(100_000_000);
		}
	}

	private static void assertHeaders(Answer answer) {
		assertThat(answer.headers("Content-Disposition"))
			.containsExactly("attachment; filename=\"My-Shop-d-ready.hprof\"");
		assertThat(answer.headers("ETag")).containsExactly(ETAG);
		assertThat(answer.headers("Accept-Ranges")).containsExactly("bytes");
		assertThat(answer.headers("Cache-Control")).containsExactly("no-store");
		assertThat(answer.headers("X-Content-Type-Options")).containsExactly("nosniff");
	}

	private static void assertAllClosed(RunningApplication application) {
		Awaitility.await().untilAsserted(() -> assertThat(DumpsApplication.dumps(application).readers()).isZero());
	}

	private static byte[] bytes(boolean raw, long from, long to) {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		for (long i = from; i < to; i++) {
			bytes.write(FakeHeapDumps.byteAt(raw, i));
		}
		return bytes.toByteArray();
	}

}
