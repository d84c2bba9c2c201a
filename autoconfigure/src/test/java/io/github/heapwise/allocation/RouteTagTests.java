package io.github.heapwise.allocation;

import io.github.heapwise.timeline.RouteTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link RouteTag}.
 */
class RouteTagTests {

	@ParameterizedTest
	@ValueSource(ints = { RouteTable.NONE, RouteTable.OTHER, 1, 200, 1000 })
	void tagKeepsItsRouteAndFitsIntoAKey(int route) {
		for (int tag : new int[] { RouteTag.noted(route), RouteTag.byStack(route) }) {
			assertThat(RouteTag.route(tag)).isEqualTo(route);
			long key = CellKey.of(CellKey.MAX_GROUPS - 1, tag, 255, Integer.MAX_VALUE);
			assertThat(CellKey.route(key)).isEqualTo(route);
		}
	}

	@Test
	void routesThatDoNotFitCountAsOthers() {
		assertThat(RouteTag.route(RouteTag.noted(5000))).isEqualTo(RouteTable.OTHER);
		assertThat(RouteTag.route(RouteTag.byStack(1 << 20))).isEqualTo(RouteTable.OTHER);
	}

	@Test
	void withoutItsStackASampleHasTheNotedRouteOnly() {
		assertThat(RouteTag.withoutStack(RouteTag.noted(3))).isEqualTo(RouteTag.noted(3));
		assertThat(RouteTag.withoutStack(RouteTag.byStack(3))).isEqualTo(RouteTag.NONE);
		assertThat(RouteTag.withoutStack(RouteTag.NONE)).isEqualTo(RouteTag.NONE);
	}

}
