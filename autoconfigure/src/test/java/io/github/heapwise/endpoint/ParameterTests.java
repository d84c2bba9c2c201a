package io.github.heapwise.endpoint;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Parameter}.
 */
class ParameterTests {

	@ParameterizedTest
	@ValueSource(strings = { "0", "1", "0.0001", "1e-4", " 0.5 " })
	void ratioWhenWithinRangeShouldBeTheNumber(String value) {
		assertThat(new Parameter("min", value).ratio(0.1)).isEqualTo(Parsed.of(Double.parseDouble(value)));
	}

	@ParameterizedTest
	@ValueSource(strings = { "-0.1", "1.1", "NaN", "Infinity", "half", "0,5", "1,1" })
	void ratioWhenNotANumberFromZeroToOneShouldReject(String value) {
		assertThat(new Parameter("min", value).ratio(0.1)).isEqualTo(Parsed.problem(new Problem(400, "min", value,
				List.of("0..1"), "'min' must be a number from 0 to 1 but was '" + value + "'")));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " " })
	void blankMeansTheDefault(String value) {
		assertThat(new Parameter("min", value).ratio(0.1)).isEqualTo(Parsed.of(0.1));
		assertThat(new Parameter("value", value).oneOf(Metal.LEAD)).isEqualTo(Parsed.of(Metal.LEAD));
		assertThat(new Parameter("since", value).sequence()).isEqualTo(Parsed.of(Optional.empty()));
		assertThat(new Parameter("route", value).unsupported()).isEqualTo(Parsed.of(Optional.empty()));
	}

	@Test
	void numberWhenWithinRangeShouldBeTheNumber() {
		assertThat(new Parameter("size", " 0012 ").number(1, 100, 10)).isEqualTo(Parsed.of(12));
		assertThat(new Parameter("size", "100").number(1, 100, 10)).isEqualTo(Parsed.of(100));
		assertThat(new Parameter("size", "").number(1, 100, 10)).isEqualTo(Parsed.of(10));
	}

	@ParameterizedTest
	@ValueSource(strings = { "0", "101", "-1", "+1", "1.0", "4294967297", "9999999999999999999", "\u0663", "x" })
	void numberWhenAnythingElseShouldReject(String value) {
		assertThat(new Parameter("size", value).number(1, 100, 10)).isEqualTo(
				Parsed.problem(Problem.invalid("size", value, List.of("1..100"), "be a whole number from 1 to 100")));
	}

	@Test
	void flagIsTrueOrFalse() {
		assertThat(new Parameter("raw", "TRUE").flag()).isEqualTo(Parsed.of(true));
		assertThat(new Parameter("raw", "false").flag()).isEqualTo(Parsed.of(false));
		assertThat(new Parameter("raw", null).flag()).isEqualTo(Parsed.of(false));
		assertThat(new Parameter("raw", "1").flag())
			.isEqualTo(Parsed.problem(Problem.invalid("raw", "1", List.of("true", "false"), "be true or false")));
	}

	@Test
	void oneOfShouldReadWordsInAnyCase() {
		assertThat(new Parameter("metal", "red-gold").oneOf(Metal.LEAD)).isEqualTo(Parsed.of(Metal.RED_GOLD));
		assertThat(new Parameter("metal", "Red-Gold").oneOf(Metal.LEAD)).isEqualTo(Parsed.of(Metal.RED_GOLD));
	}

	@Test
	void oneOfWhenTheWordIsUnknownShouldListTheKnownOnes() {
		assertThat(new Parameter("metal", "tin").oneOf(Metal.LEAD)).isEqualTo(Parsed.problem(new Problem(400, "metal",
				"tin", List.of("lead", "red-gold"), "'metal' must be one of lead, red-gold but was 'tin'")));
	}

	@Test
	void readByShouldRefuseWhatTheReaderDoesNotKnow() {
		Map<String, Integer> digits = Map.of("one", 1, "two", 2);
		assertThat(new Parameter("digit", "two").readBy(digits::get, "a digit")).isEqualTo(Parsed.of(Optional.of(2)));
		assertThat(new Parameter("digit", null).readBy(digits::get, "a digit")).isEqualTo(Parsed.of(Optional.empty()));
		assertThat(new Parameter("digit", "ten").readBy(digits::get, "a digit")).isEqualTo(Parsed
			.problem(new Problem(400, "digit", "ten", List.of("a digit"), "'digit' must be a digit but was 'ten'")));
	}

	@ParameterizedTest
	@ValueSource(strings = { "0", "17", "999999999999999999" })
	void sequenceShouldReadWholeNumbersFromZeroOn(String value) {
		assertThat(new Parameter("since", value).sequence()).isEqualTo(Parsed.of(Optional.of(Long.valueOf(value))));
	}

	@ParameterizedTest
	@ValueSource(strings = { "-1", "1.0", "1e3", "many", "1000000000000000000", "+1" })
	void sequenceWhenNoSuchNumberShouldReject(String value) {
		assertThat(new Parameter("since", value).sequence()).isEqualTo(Parsed.problem(new Problem(400, "since", value,
				List.of("0.."), "'since' must be a whole number from 0 on but was '" + value + "'")));
	}

	@Test
	void unsupportedWhenGivenShouldNameTheParameter() {
		assertThat(new Parameter("route", "/orders").unsupported()).isEqualTo(Parsed
			.problem(new Problem(400, "route", "/orders", List.of(), "'route' is not supported yet. Leave it out")));
	}

	private enum Metal {

		LEAD, RED_GOLD

	}

}
