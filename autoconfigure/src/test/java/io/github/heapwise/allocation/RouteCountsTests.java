package io.github.heapwise.allocation;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link RouteCounts} and {@link RouteCount}.
 */
class RouteCountsTests {

	private static final RouteCounts START = new RouteCounts(
			Map.of(1, new RouteCount(10, 10, 1000), 2, new RouteCount(5, 0, 0)));

	private static final RouteCounts END = RouteCounts.read((visitor) -> {
		visitor.route(1, 12, 12, 1300);
		visitor.route(2, 5, 0, 0);
		visitor.route(3, 2, 1, 70);
	});

	@Test
	void sinceAStartOnlyRoutesThatServedSomethingAreLeft() {
		assertThat(END.since(START).countByRoute())
			.isEqualTo(Map.of(1, new RouteCount(2, 2, 300), 3, new RouteCount(2, 1, 70)));
		assertThat(END.since(END)).isEqualTo(RouteCounts.NONE);
	}

	@Test
	void sumIsByRoute() {
		RouteCounts sum = RouteCounts.sum(List.of(END, START, RouteCounts.NONE));
		assertThat(sum.of(1)).isEqualTo(new RouteCount(22, 22, 2300));
		assertThat(sum.of(3)).isEqualTo(new RouteCount(2, 1, 70));
		assertThat(sum.of(4)).isEqualTo(RouteCount.NONE);
	}

	@Test
	void countIsExactOnlyIfEveryRequestWasCounted() {
		assertThat(new RouteCount(2, 2, 300).isExact()).isTrue();
		assertThat(new RouteCount(2, 2, 0).isExact()).isTrue();
		assertThat(new RouteCount(2, 1, 300).isExact()).isFalse();
		assertThat(RouteCount.NONE.isExact()).isFalse();
	}

	@Test
	void heapGrowsWithTheRoutes() {
		assertThat(RouteCounts.NONE.heapBytes()).isZero();
		assertThat(END.heapBytes()).isGreaterThan(START.heapBytes());
	}

}
