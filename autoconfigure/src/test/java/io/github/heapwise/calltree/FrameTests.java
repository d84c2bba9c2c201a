package io.github.heapwise.calltree;

import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Frame}.
 */
class FrameTests {

	@ParameterizedTest
	@ValueSource(strings = { "a\nb", "a\rb", "a\tb", "a\0b", "a\u0085b", "a\u009Bb", "a\u2028b", "a\u2029b" })
	void nameWithAControlCharacterIsOneLineOfText(String name) {
		assertThat(new Frame(name, FrameCategory.JDK).name()).isEqualTo("a\uFFFDb");
	}

	@ParameterizedTest
	@ValueSource(strings = { "\uD83D", "\uDE00", "a\uD83Db", "\uDE00\uD83D" })
	void nameWithALoneSurrogateSurvivesUtf8(String name) {
		String shown = new Frame(name, FrameCategory.APPLICATION).name();
		assertThat(new String(shown.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8)).isEqualTo(shown);
		assertThat(shown).contains("\uFFFD");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "com.acme.Cart.add", "com.acme.Größe.名前", "a;b", "a b", "</script>", "a\u00A0b",
			"com.acme.\uD83D\uDE00.smile" })
	void nameOfPrintableTextStaysAsItIs(String name) {
		assertThat(new Frame(name, FrameCategory.DEPENDENCY).name()).isEqualTo(name);
	}

	@Test
	void framesAreTheSameIfTextAndCategoryAre() {
		assertThat(new Frame("a", FrameCategory.JDK)).isEqualTo(new Frame("a", FrameCategory.JDK))
			.isNotEqualTo(new Frame("a", FrameCategory.APPLICATION))
			.isNotEqualTo(new Frame("b", FrameCategory.JDK));
		assertThat(new Frame("a\n", FrameCategory.JDK)).isEqualTo(new Frame("a\r", FrameCategory.JDK));
	}

	@Test
	void categoriesGoOverTheWireInTheOrderOfTheFormat() {
		assertThat(FrameCategory.values()).containsExactly(FrameCategory.APPLICATION, FrameCategory.DEPENDENCY,
				FrameCategory.JDK, FrameCategory.ALLOCATED_CLASS, FrameCategory.SYNTHETIC, FrameCategory.NATIVE);
	}

}
