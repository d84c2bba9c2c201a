package io.github.heapwise.endpoint;

import java.util.List;

import org.junit.jupiter.api.Test;

import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Parsed}.
 */
class ParsedTests {

	private static final Problem FIRST = Problem.invalid("a", "x", List.of(), "be first");

	private static final Problem SECOND = Problem.invalid("b", "y", List.of(), "be second");

	@Test
	void andShouldCombineTwoValues() {
		assertThat(Parsed.of(2).and(Parsed.of(3), Integer::sum)).isEqualTo(Parsed.of(5));
	}

	@Test
	void theFirstProblemWins() {
		Parsed<Integer> first = Parsed.problem(FIRST);
		Parsed<Integer> second = Parsed.problem(SECOND);
		assertThat(first.and(second, Integer::sum)).isEqualTo(first);
		assertThat(Parsed.of(2).and(second, Integer::sum)).isEqualTo(second);
	}

	@Test
	void orElseProblemWhenTheValueIsAResponseShouldReturnIt() {
		WebEndpointResponse<String> response = new WebEndpointResponse<>("body", 202);
		assertThat(Parsed.of(1).map((value) -> response).orElseProblem()).isSameAs(response);
	}

	@Test
	void orElseProblemWhenTheValueIsABodyShouldBe200() {
		WebEndpointResponse<?> response = Parsed.of("body").orElseProblem();
		assertThat(response.getBody()).isEqualTo("body");
		assertThat(response.getStatus()).isEqualTo(200);
	}

	@Test
	void orElseProblemWhenRefusedShouldReturnTheProblem() {
		Parsed<Integer> refused = Parsed.problem(FIRST);
		assertThat(refused.map((value) -> value + 1).orElseProblem().getBody()).isEqualTo(FIRST);
	}

}
