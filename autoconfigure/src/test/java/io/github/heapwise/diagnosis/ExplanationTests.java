package io.github.heapwise.diagnosis;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Explanation}.
 */
class ExplanationTests {

	@ParameterizedTest
	@MethodSource("io.github.heapwise.diagnosis.Explanations#ids")
	void eachHasAHeadingAndAText(String id) {
		Explanation explanation = Explanation.of(id);
		assertThat(explanation).isNotNull();
		assertThat(explanation.title()).isNotBlank().doesNotContain("#");
		assertThat(explanation.markdown()).contains("**What to try:**").doesNotStartWith("#");
	}

	@Test
	void thereIsNoneForAnUnknownId() {
		assertThat(Explanation.of("../leak")).isNull();
	}

}
