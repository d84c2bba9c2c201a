package io.github.heapwise.route;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link EndedRequests}.
 */
class EndedRequestsTests {

	private final EndedRequests requests = new EndedRequests();

	@Test
	void requestsAreTakenInTheOrderOfTheirEndOnceItIsLongAgo() {
		this.requests.add(1, 0, 10);
		this.requests.add(2, 5, 20);
		this.requests.add(3, 15, 30);
		assertThat(taken(25)).containsExactly("1 0-10", "2 5-20");
		assertThat(taken(25)).isEmpty();
		assertThat(taken(31)).containsExactly("3 15-30");
	}

	@Test
	void ringGrowsWithoutLosingOrMixingUp() {
		for (int i = 0; i < 100; i++) {
			this.requests.add(i, i, i + 1);
		}
		assertThat(taken(50)).hasSize(49);
		for (int i = 100; i < 3000; i++) {
			this.requests.add(i, i, i + 1);
		}
		List<String> rest = taken(10_000);
		assertThat(rest).hasSize(3000 - 49).startsWith("49 49-50").endsWith("2999 2999-3000");
		assertThat(this.requests.takeLost()).isZero();
	}

	@Test
	void requestsBeyondTheCapacityAreCounted() {
		for (int i = 0; i < EndedRequests.MAX_CAPACITY + 5; i++) {
			this.requests.add(1, i, i + 1);
		}
		assertThat(this.requests.takeLost()).isEqualTo(5);
		assertThat(this.requests.takeLost()).isZero();
		assertThat(this.requests.heapBytes()).isLessThan(1_400_000);
		assertThat(taken(Long.MAX_VALUE)).hasSize(EndedRequests.MAX_CAPACITY);
	}

	private List<String> taken(long endedBefore) {
		List<String> all = new ArrayList<>();
		EndedRequests.Batch batch = new EndedRequests.Batch();
		while (this.requests.take(endedBefore, batch)) {
			batch.forEach((route, start, end) -> all.add("%d %d-%d".formatted(route, start, end)));
		}
		return all;
	}

}
