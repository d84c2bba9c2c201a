package io.github.heapwise.endpoint;

import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link TimeRange}.
 */
class TimeRangeTests {

	private static final Instant NOW = Instant.parse("2026-01-31T10:15:30Z");

	private static final Retained FULL_RING = new Retained(NOW.minusSeconds(900), NOW, Duration.ofMinutes(15));

	private static final Retained YOUNG = new Retained(NOW.minusSeconds(120), NOW, Duration.ofMinutes(15));

	@Test
	void parseWhenNothingIsGivenShouldBeTheLastFiveMinutes() {
		assertThat(range(null, null, FULL_RING)).isEqualTo(new TimeRange(NOW.minusSeconds(300), NOW));
	}

	@ParameterizedTest
	@CsvSource({ "-90s, 90", "-5m, 300", "-15m, 900", "2026-01-31T10:15:00Z, 30", "2026-01-31T11:15:00+01:00, 30" })
	void parseShouldReadRelativeAndAbsoluteTimes(String from, long secondsBeforeNow) {
		assertThat(range(from, "now", FULL_RING)).isEqualTo(new TimeRange(NOW.minusSeconds(secondsBeforeNow), NOW));
	}

	@Test
	void hoursAndDaysReachFurther() {
		Retained week = new Retained(NOW.minus(Duration.ofDays(7)), NOW, Duration.ofDays(7));
		assertThat(range("-1d", "-1h", week).length()).isEqualTo(Duration.ofHours(23));
	}

	@Test
	void parseWhenOnlyTheEndIsGivenShouldBeTheFiveMinutesBeforeIt() {
		assertThat(range(null, "-1m", FULL_RING)).isEqualTo(new TimeRange(NOW.minusSeconds(360), NOW.minusSeconds(60)));
	}

	@Test
	void parseWhenTheDefaultReachesPastTheLimitShouldCut() {
		assertThat(range(null, "-14m", FULL_RING)).isEqualTo(new TimeRange(FULL_RING.from(), NOW.minusSeconds(840)));
	}

	@Test
	void parseWhenTheApplicationIsYoungerThanTheRangeShouldCut() {
		assertThat(range("-15m", null, YOUNG)).isEqualTo(new TimeRange(YOUNG.from(), NOW));
	}

	@Test
	void parseWhenTheEndIsInTheFutureShouldCut() {
		assertThat(range("-1m", "2027-01-01T00:00:00Z", YOUNG)).isEqualTo(new TimeRange(NOW.minusSeconds(60), NOW));
	}

	@Test
	void parseWhenOnlyAnEndInTheFutureIsGivenShouldBeTheLastFiveMinutes() {
		assertThat(range(null, "2027-01-01T00:00:00Z", FULL_RING)).isEqualTo(new TimeRange(NOW.minusSeconds(300), NOW));
	}

	@ParameterizedTest
	@ValueSource(strings = { "2026-12-31T00:00:00Z", "2026-01-31T10:15:30Z", "+1000000000-12-31T00:00:00Z" })
	void parseWhenAllOfTheRangeIsInTheFutureShouldReject(String from) {
		Problem problem = problem(from, "+1000000000-12-31T23:59:59Z", FULL_RING);
		assertThat(problem.parameter()).isEqualTo("from");
		assertThat(problem.message()).isEqualTo("'from' must be before now but was '" + from + "'");
	}

	@ParameterizedTest
	@ValueSource(strings = { "-1000000000-01-01T00:00:00Z", "-999999999-01-01T00:00:00Z" })
	void parseWhenTheEndIsTheEarliestInstantShouldReject(String to) {
		assertThat(problem(null, to, FULL_RING).parameter()).isEqualTo("to");
	}

	@Test
	void parseWhenTheRangeIsLongerThanRetainedShouldSaySinceWhenThereAreData() {
		Problem problem = problem("-16m", null, FULL_RING);
		assertThat(problem.status()).isEqualTo(400);
		assertThat(problem.parameter()).isEqualTo("from");
		assertThat(problem.value()).isEqualTo("-16m");
		assertThat(problem.allowed()).containsExactly("2026-01-31T10:00:30Z..2026-01-31T10:15:30Z");
		assertThat(problem.message())
			.isEqualTo("'from' was '-16m' but there are data only since '2026-01-31T10:00:30Z'");
	}

	@Test
	void parseWhenTheEndIsBeforeAllDataShouldReject() {
		assertThat(problem("-10m", "-5m", YOUNG).parameter()).isEqualTo("to");
		assertThat(problem(null, "-1d", FULL_RING).parameter()).isEqualTo("to");
	}

	@ParameterizedTest
	@CsvSource({ "-1m, -2m", "-1m, -1m", "2027-01-01T00:00:00Z, now" })
	void parseWhenFromIsNotBeforeToShouldNameBoth(String from, String to) {
		Problem problem = problem(from, to, FULL_RING);
		assertThat(problem.parameter()).isEqualTo("from");
		assertThat(problem.message()).contains("'from'", "'to'", "'" + from + "'", "'" + to + "'");
	}

	@ParameterizedTest
	@ValueSource(strings = { "5m", "-5", "-5w", "-m", "--5m", "-1.5h", "yesterday", "2026-01-31", "-9999999999d" })
	void parseWhenTheTimeIsNotUnderstoodShouldSayWhatIs(String value) {
		Problem problem = problem(value, null, FULL_RING);
		assertThat(problem.message())
			.isEqualTo("'from' must be an instant or a time before now but was '" + value + "'");
		assertThat(problem.allowed()).contains("now", "-5m");
		assertThat(problem(null, value, FULL_RING).parameter()).isEqualTo("to");
	}

	@Test
	void theLongestRelativeTimeDoesNotOverflow() {
		assertThat(problem("-999999999d", null, FULL_RING).parameter()).isEqualTo("from");
	}

	private static TimeRange range(@Nullable String from, @Nullable String to, Retained retained) {
		Parsed<TimeRange> parsed = TimeRange.parse(from, to, retained);
		assertThat(parsed).isInstanceOf(Parsed.Value.class);
		return ((Parsed.Value<TimeRange>) parsed).value();
	}

	private static Problem problem(@Nullable String from, @Nullable String to, Retained retained) {
		Parsed<TimeRange> parsed = TimeRange.parse(from, to, retained);
		assertThat(parsed).isInstanceOf(Parsed.Refused.class);
		return ((Parsed.Refused<TimeRange>) parsed).problem();
	}

}
