package io.github.heapwise.heapview;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ShownText}.
 */
class ShownTextTests {

	@Test
	void harmlessTextStays() {
		String text = "Gr\u00fc\u00dfe \uD83D\uDE00 'x' <b>";
		assertThat(ShownText.of(text)).isEqualTo(text);
		assertThat(ShownText.of("x".repeat(200))).isEqualTo("x".repeat(200));
	}

	@Test
	void longTextEndsWithThreeDots() {
		assertThat(ShownText.of("x".repeat(201))).isEqualTo("x".repeat(197) + "...");
		assertThat(ShownText.of("x".repeat(196) + "\uD83D\uDE00" + "x".repeat(9)))
			.isEqualTo("x".repeat(196) + "\uFFFD...");
	}

	@Test
	void charactersThatActAreReplaced() {
		assertThat(ShownText.of("a\nb\u0000c\u001B[31md\u202Ee\u2028f\u007Fg"))
			.isEqualTo("a\uFFFDb\uFFFDc\uFFFD[31md\uFFFDe\uFFFDf\uFFFDg");
		assertThat(ShownText.of("\uD83Dx\uDE00")).as("halves of characters").isEqualTo("\uFFFDx\uFFFD");
	}

}
