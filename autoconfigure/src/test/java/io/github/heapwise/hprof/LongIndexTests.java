package io.github.heapwise.hprof;

import java.util.LinkedHashSet;
import java.util.Random;
import java.util.Set;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link LongIndex}.
 */
class LongIndexTests {

	@Test
	void idsAreNumberedInTheOrderTheyAreAdded() {
		LongIndex index = new LongIndex(10);
		assertThat(index.add(700)).isEqualTo(0);
		assertThat(index.add(0)).isEqualTo(1);
		assertThat(index.add(-8)).isEqualTo(2);
		assertThat(index.add(0)).isEqualTo(1);
		assertThat(index.size()).isEqualTo(3);
		assertThat(index.indexOf(-8)).isEqualTo(2);
		assertThat(index.indexOf(8)).isEqualTo(LongIndex.ABSENT);
	}

	@Test
	void fullIndexTakesNoNewIds() {
		LongIndex index = new LongIndex(2);
		index.add(1);
		index.add(2);
		assertThat(index.add(3)).isEqualTo(LongIndex.ABSENT);
		assertThat(index.add(2)).isEqualTo(1);
		assertThat(index.contains(3)).isFalse();
	}

	@Test
	void manyIdsKeepTheirNumbers() {
		long seed = new Random().nextLong();
		Random random = new Random(seed);
		Set<Long> ids = new LinkedHashSet<>();
		LongIndex index = new LongIndex(100_000);
		while (ids.size() < 100_000) {
			long id = 0x7F00_0000_0000L + 8L * random.nextInt(1 << 20);
			assertThat(index.add(id) == ids.size()).as("seed %d", seed).isEqualTo(ids.add(id));
		}
		int number = 0;
		for (long id : ids) {
			assertThat(index.indexOf(id)).as("seed %d", seed).isEqualTo(number++);
		}
	}

}
