package io.github.heapwise.endpoint;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;

import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;
import org.springframework.util.MimeTypeUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Problem}.
 */
class ProblemTests {

	@Test
	void toResponseShouldBeJsonWithItsStatus() {
		Problem problem = Problem.unavailable("JFR is not part of this JVM");
		WebEndpointResponse<Problem> response = problem.toResponse();
		assertThat(response.getBody()).isSameAs(problem);
		assertThat(response.getStatus()).isEqualTo(503);
		assertThat(response.getContentType()).isEqualTo(MimeTypeUtils.APPLICATION_JSON);
	}

	@Test
	void unknownShouldListWhatExists() {
		Problem problem = Problem.unknown("export", "a.pdf", List.of("folded.txt", "flamegraph.html"));
		assertThat(problem.status()).isEqualTo(404);
		assertThat(problem.message()).isEqualTo("No export 'a.pdf'. There are: folded.txt, flamegraph.html");
	}

	@Test
	void busyShouldBe429() {
		assertThat(Problem.busy("A collection is running").status()).isEqualTo(429);
	}

	@Test
	void whoIsRefusedForNowIsToldWhenToComeBack() {
		assertThat(Problem.busy("Wait", Duration.ofMillis(1001)).retryAfterSeconds()).isEqualTo(2);
		assertThat(Problem.busy("Wait", null).retryAfterSeconds()).isNull();
	}

	@Test
	void longValuesAreShortened() {
		Problem problem = Problem.invalid("type", "x".repeat(10_000_000), List.of(), "be shorter");
		assertThat(problem.value()).hasSize(100).endsWith("xxx...");
		assertThat(problem.message()).hasSizeLessThan(200);
	}

	@Test
	void controlAndDirectionCharactersAreReplaced() {
		Problem problem = Problem.invalid("type", "a\r\nb\u001b[31m\u202ec\u2028d\ud800", List.of(), "be a class");
		assertThat(problem.value()).isEqualTo("a\uFFFD\uFFFDb\uFFFD[31m\uFFFDc\uFFFDd\uFFFD");
		assertThat(problem.message()).doesNotContain("\n", "\r", "\u001b");
	}

	@Test
	void textOfOtherLanguagesIsKept() {
		assertThat(Problem.invalid("type", "Größe 大きさ 😀", List.of(), "be a class").value()).isEqualTo("Größe 大きさ 😀");
	}

}
