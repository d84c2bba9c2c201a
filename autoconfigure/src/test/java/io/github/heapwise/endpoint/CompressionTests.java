package io.github.heapwise.endpoint;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Compression}.
 */
class CompressionTests {

	@ParameterizedTest
	@ValueSource(strings = { "gzip", "gzip, deflate, br", "br;q=1.0, GZIP;q=0.8", "br , gzip ; q=0.1", "gzip;q=0.01" })
	void isAcceptedWhenTheClientReadsGzip(String acceptEncoding) {
		assertThat(Compression.isAccepted(acceptEncoding)).isTrue();
	}

	@ParameterizedTest
	@NullAndEmptySource
	@ValueSource(strings = { "identity", "br", "gzip;q=0", "gzip; q=0.000", "xgzip" })
	void isNotAcceptedOtherwise(@Nullable String acceptEncoding) {
		assertThat(Compression.isAccepted(acceptEncoding)).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "application/vnd.heapwise.profile", "application/json", "Application/JSON;charset=UTF-8",
			"application/vnd.spring-boot.actuator.v3+json", "text/plain;charset=UTF-8", "text/css", "image/svg+xml" })
	void isWorthwhileForProfilesAndText(String contentType) {
		assertThat(Compression.isWorthwhile(contentType, -1)).isTrue();
		assertThat(Compression.isWorthwhile(contentType, 100_000)).isTrue();
	}

	@ParameterizedTest
	@NullAndEmptySource
	@ValueSource(strings = { "text/html;charset=UTF-8", "image/png", "font/woff2", "application/octet-stream" })
	void isNotWorthwhileForTheRest(@Nullable String contentType) {
		assertThat(Compression.isWorthwhile(contentType, 100_000)).isFalse();
	}

	@Test
	void isNotWorthwhileForAFewBytes() {
		assertThat(Compression.isWorthwhile("application/json", 200)).isFalse();
		assertThat(Compression.isWorthwhile("application/json", 0)).isFalse();
	}

}
