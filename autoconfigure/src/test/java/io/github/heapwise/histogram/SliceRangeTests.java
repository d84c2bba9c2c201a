package io.github.heapwise.histogram;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link SliceRange}.
 */
class SliceRangeTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			00 | 59 | 0 | 5
			05 | 55 | 0 | 5
			06 | 54 | 1 | 4
			10 | 40 | 2 | 4
			# no middle lies in it
			46 | 53 | 1 | 1
			58 | 59 | 0 | 0
			""")
	void sliceCountsIfItsMiddleLiesInTheSpan(int from, int to, int newest, int oldest) {
		SliceRange range = SliceRange.nearest(second(from), second(to), Duration.ofSeconds(10), second(59));
		assertThat(range).isEqualTo(new SliceRange(newest, oldest));
	}

	@Test
	void spanInTheFutureIsTheSliceThatIsWritten() {
		Instant now = second(0);
		assertThat(SliceRange.nearest(second(20), second(40), Duration.ofSeconds(10), now))
			.isEqualTo(new SliceRange(0, 0));
	}

	@Test
	void allContainsEverySlice() {
		assertThat(SliceRange.ALL.contains(0)).isTrue();
		assertThat(SliceRange.ALL.contains(1_000_000)).isTrue();
		assertThat(new SliceRange(1, 2).contains(0)).isFalse();
		assertThat(new SliceRange(1, 2).contains(3)).isFalse();
	}

	private static Instant second(int second) {
		return Instant.parse("2026-01-31T10:15:00Z").plusSeconds(second);
	}

}
