package io.github.heapwise.timeline;

import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link RouteTable}.
 */
class RouteTableTests {

	private final RouteTable table = new RouteTable(3);

	@Test
	void sameRouteHasOneNumber() {
		int number = this.table.number("GET", "/orders/{id}");
		assertThat(this.table.number("GET", "/orders/{id}")).isEqualTo(number).isPositive();
		assertThat(this.table.route(number)).isEqualTo(new Route("GET", "/orders/{id}"));
	}

	@Test
	void methodsOfAPatternAreRoutesOfTheirOwn() {
		assertThat(this.table.number("GET", "/orders")).isNotEqualTo(this.table.number("POST", "/orders"));
	}

	@Test
	void routesBeyondTheLimitShareOne() {
		IntStream.range(0, 3).forEach((i) -> this.table.number("GET", "/" + i));
		assertThat(this.table.number("GET", "/3")).isEqualTo(RouteTable.OTHER);
		assertThat(this.table.number("POST", "/0")).isEqualTo(RouteTable.OTHER);
		assertThat(this.table.number("GET", "/2")).isEqualTo(3);
		assertThat(this.table.routes()).hasSize(1 + 3);
	}

	@Test
	void inventedMethodsAreOne() {
		int number = this.table.number("BREW", "/coffee");
		assertThat(this.table.number("DRINK", "/coffee")).isEqualTo(number);
		assertThat(this.table.route(number).method()).isEqualTo("UNKNOWN");
	}

}
