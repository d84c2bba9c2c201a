package io.github.heapwise.endpoint;

import java.io.IOException;

import io.github.heapwise.test.Answer;
import io.github.heapwise.test.RunningApplication;
import io.github.heapwise.test.Surroundings;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Integration tests for {@link ResponseHeadersFilter} and
 * {@link ResponseHeadersWebFilter}.
 */
class ResponseHeadersIntegrationTests {

	@ParameterizedTest
	@EnumSource
	void ourAnswersHaveTheirHeadersOnceAndOthersHaveNone(Surroundings surroundings) throws IOException {
		try (RunningApplication application = start(surroundings)) {
			assertDataHeaders(application.actuator("/memory/recordings"));
			assertDataHeaders(application.actuator("/memory/recordings?min=2"));
			assertDownload(application.actuator("/memory/recordings/folded.txt"));
			Answer unknown = application.actuator("/memory/recordings/passwords.txt");
			assertThat(unknown.status()).isEqualTo(404);
			assertDataHeaders(unknown);
			assertThat(unknown.header("Content-Disposition")).isNull();
			assertGzip(application);
			assertUntouched(application.actuator("/health", "Accept-Encoding", "gzip"));
			assertUntouched(application.get("/orders", "Accept-Encoding", "gzip"));
		}
	}

	private static void assertDataHeaders(Answer answer) {
		assertThat(answer.headers("Content-Security-Policy"))
			.containsExactly("default-src 'none'; frame-ancestors 'none'");
		assertThat(answer.headers("X-Content-Type-Options")).containsExactly("nosniff");
		assertThat(answer.headers("Referrer-Policy")).containsExactly("no-referrer");
		assertThat(answer.headers("Cache-Control")).containsExactly("no-store");
	}

	private static void assertDownload(Answer answer) {
		assertThat(answer.status()).isEqualTo(200);
		assertDataHeaders(answer);
		assertThat(answer.header("Content-Type")).isEqualToIgnoringCase("text/plain;charset=UTF-8");
		assertThat(answer.header("Content-Disposition")).startsWith("attachment;")
			.containsPattern("My-Shop-folded-\\d{8}-\\d{6}Z\\.txt");
	}

	private static void assertGzip(RunningApplication application) throws IOException {
		String type = "application/vnd.heapwise.profile";
		Answer plain = application.actuator("/memory/recordings", "Accept", type);
		assertThat(plain.header("Content-Encoding")).isNull();
		assertThat(plain.header("Vary")).contains("Accept-Encoding");
		Answer gzip = application.actuator("/memory/recordings", "Accept", type, "Accept-Encoding", "br, gzip;q=0.5");
		assertThat(gzip.headers("Content-Encoding")).containsExactly("gzip");
		assertThat(gzip.header("Content-Type")).isEqualTo(type);
		assertThat(gzip.header("Vary")).contains("Accept-Encoding");
		assertThat(gzip.unzippedBytes()).isEqualTo(plain.response().body());
		assertThat(gzip.sentBytes()).isLessThan(plain.sentBytes() / 10);
		assertGzipOfJson(application);
	}

	private static void assertGzipOfJson(RunningApplication application) throws IOException {
		Answer plain = application.actuator("/memory/recordings", "Accept-Encoding", "gzip;q=0");
		assertThat(plain.header("Content-Encoding")).isNull();
		Answer gzip = application.actuator("/memory/recordings", "Accept-Encoding", "gzip");
		assertThat(gzip.unzippedBytes()).isEqualTo(plain.response().body());
		Answer small = application.actuator("/memory/recordings?min=2", "Accept-Encoding", "gzip");
		assertThat(small.status()).isEqualTo(400);
	}

	private static void assertUntouched(Answer answer) {
		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.response().headers().map()).doesNotContainKeys("content-security-policy",
				"x-content-type-options", "referrer-policy", "cache-control", "content-encoding");
	}

	private static RunningApplication start(Surroundings surroundings) {
		return RunningApplication.start(surroundings, HostApplication.class, "heapwise.expose=reads",
				"spring.application.name=My Shop");
	}

}
