package io.github.heapwise.allocation;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/**
 * Tests for {@link SizeClass}.
 */
class SizeClassTests {

	@Test
	void classesGrowWithSizeAndFitAByte() {
		int before = SizeClass.LARGER_THAN_TLAB;
		for (long size = 1; size > 0 && size < 1L << 61; size *= 2) {
			assertThat(SizeClass.of(size)).isGreaterThan(before).isLessThanOrEqualTo(255);
			before = SizeClass.of(size);
		}
		assertThat(SizeClass.of(Long.MAX_VALUE)).isLessThanOrEqualTo(255);
	}

	@Test
	void middleIsWithinAnEighthOfEverySize() {
		for (long size = 16; size < 1 << 20; size += 8) {
			assertThat(SizeClass.middle(SizeClass.of(size)) / size).as("size %d", size).isCloseTo(1, within(0.13));
		}
	}

	@Test
	void sizeThatIsUnknownHasAClassOfItsOwn() {
		assertThat(SizeClass.of(0)).isEqualTo(SizeClass.UNKNOWN);
		assertThat(SizeClass.of(1)).isGreaterThan(SizeClass.UNKNOWN);
	}

}
