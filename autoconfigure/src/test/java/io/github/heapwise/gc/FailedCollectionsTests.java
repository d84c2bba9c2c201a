package io.github.heapwise.gc;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link FailedCollections}.
 */
class FailedCollectionsTests {

	private final FailedCollections collections = new FailedCollections();

	@Test
	void collectionCountsOnceHoweverManyThreadsFailedAndInWhateverOrder() {
		add(8, 7, 8, 7, 8);
		assertThat(this.collections.sinceLastCall()).isEqualTo(2);
		assertThat(this.collections.sinceLastCall()).isZero();
	}

	@Test
	void collectionThatIsToldInTwoPartsCountsOnce() {
		add(7);
		assertThat(this.collections.sinceLastCall()).isOne();
		add(7, 9);
		assertThat(this.collections.sinceLastCall()).isOne();
	}

	private void add(int... gcIds) {
		for (int gcId : gcIds) {
			this.collections.add(gcId);
		}
	}

}
