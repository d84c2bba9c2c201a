package io.github.heapwise.route;

import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ThreadRequests}.
 */
class ThreadRequestsTests {

	private final ThreadRequests<Object> requests = new ThreadRequests<>((request) -> 0);

	@Test
	void requestsAreTheSameOnlyIfTheyAreIdentical() {
		this.requests.add("a", true);
		assertThat(this.requests.find("a")).isNotNull();
		assertThat(this.requests.find(new StringBuilder("a").toString())).isNull();
	}

	@Test
	void placesAreUsedAgain() {
		ServedRequest<Object> first = this.requests.add("a", true);
		this.requests.remove(first);
		assertThat(this.requests.find("a")).isNull();
		assertThat(this.requests.add("b", true)).isSameAs(first);
	}

	@Test
	void oldestIsDroppedWhereRequestsPileUp() {
		this.requests.add("first", true);
		for (int i = 0; i < 8; i++) {
			this.requests.add(i, true);
		}
		assertThat(this.requests.find("first")).isNull();
	}

	@Test
	void requestLeftOutOfOrderLeavesTheOthersAlone() {
		ServedRequest<Object> outer = this.requests.add("outer", true);
		ServedRequest<Object> inner = this.requests.add("inner", true);
		this.requests.remove(outer);
		assertThat(this.requests.find("inner")).isSameAs(inner);
		this.requests.add("next", true);
		assertThat(this.requests.find("inner")).isSameAs(inner);
	}

	@Test
	void cpuTimeIsAskedForOnceAMillisecond() {
		long later = System.nanoTime() + TimeUnit.SECONDS.toNanos(1);
		assertThat(this.requests.isCpuDue(later)).isTrue();
		assertThat(this.requests.isCpuDue(later + 999_999)).isFalse();
		assertThat(this.requests.isCpuDue(later + 1_000_000)).isTrue();
	}

}
