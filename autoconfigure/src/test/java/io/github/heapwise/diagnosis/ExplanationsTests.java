package io.github.heapwise.diagnosis;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Explanations}.
 */
class ExplanationsTests {

	@ParameterizedTest
	@MethodSource("io.github.heapwise.diagnosis.Explanations#ids")
	void eachSaysWhatItIsWhatToTryAndHowToVerify(String id) {
		assertThat(Explanations.markdown(id)).startsWith("# ")
			.contains("\n\n**What to try:** ", "\n\n**How to verify:** ")
			.matches("\\p{ASCII}+")
			.hasSizeBetween(400, 1600);
	}

	@Test
	void idsAreSortedForPeople() {
		assertThat(Explanations.ids()).isSorted().doesNotHaveDuplicates();
	}

	@Test
	void unknownIdHasNoneWhateverItLooksLike() {
		assertThat(Explanations.markdown("../explanations/leak")).isNull();
		assertThat(Explanations.markdown("nothing")).isNull();
	}

}
