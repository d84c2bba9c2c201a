package io.github.heapwise.endpoint;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A range of time for which data exist.
 *
 * @param from start, included
 * @param to end, excluded and after the start
 */
public record TimeRange(Instant from, Instant to) {

	private static final Duration DEFAULT_LENGTH = Duration.ofMinutes(5);

	/**
	 * Read the parameters {@code from} and {@code to}: instants such as
	 * {@code 2026-01-31T10:15:30Z}, times before now such as {@code -90s}, {@code -5m},
	 * {@code -1h} and {@code -1d}, or {@code now}. The last five minutes by default.
	 * <p>
	 * A range that reaches back further than is remembered is refused; one that starts
	 * before the application did is cut to what exists.
	 * @param from the start, if given
	 * @param to the end, if given
	 * @param retained what exists
	 * @return the range, or the problem with it
	 */
	public static Parsed<TimeRange> parse(@Nullable String from, @Nullable String to, Retained retained) {
		TimeParameter start = new TimeParameter(new Parameter("from", from), retained.now());
		TimeParameter end = new TimeParameter(new Parameter("to", to), retained.now());
		return end.parse(retained.now())
			.flatMap((until) -> start.parse(defaultStart(until, retained))
				.map((since) -> new TimeRange(since, until))
				.flatMap((range) -> range.within(retained, start, end)));
	}

	/**
	 * Return the length of the range.
	 * @return the length, more than zero
	 */
	public Duration length() {
		return Duration.between(this.from, this.to);
	}

	// An end outside what exists says nothing about the start, and an instant has limits.
	private static Instant defaultStart(Instant until, Retained retained) {
		Instant end = later(earlier(until, retained.now()), retained.from());
		return later(end.minus(DEFAULT_LENGTH), retained.earliest());
	}

	private Parsed<TimeRange> within(Retained retained, TimeParameter start, TimeParameter end) {
		if (!this.to.isAfter(retained.from())) {
			return forgotten("to", end.given(this.to), retained);
		}
		if (!this.from.isBefore(this.to)) {
			String given = start.given(this.from);
			return refused("from", given, retained, "'from' must be before 'to' but was '%s' and 'to' was '%s'"
				.formatted(SafeText.of(given), SafeText.of(end.given(this.to))));
		}
		if (!this.from.isBefore(retained.now())) {
			String given = start.given(this.from);
			return refused("from", given, retained,
					"'from' must be before now but was '%s'".formatted(SafeText.of(given)));
		}
		if (this.from.isBefore(retained.earliest())) {
			return forgotten("from", start.given(this.from), retained);
		}
		return Parsed.of(cutTo(retained));
	}

	private static Parsed<TimeRange> forgotten(String parameter, String given, Retained retained) {
		return refused(parameter, given, retained, "'%s' was '%s' but there are data only since '%s'"
			.formatted(parameter, SafeText.of(given), readable(retained.from())));
	}

	private static Parsed<TimeRange> refused(String parameter, String value, Retained retained, String message) {
		List<String> allowed = List.of("%s..%s".formatted(readable(retained.from()), readable(retained.now())));
		return Parsed.problem(Problem.refused(parameter, value, allowed, message));
	}

	private static Instant readable(Instant instant) {
		return instant.truncatedTo(ChronoUnit.MILLIS);
	}

	private TimeRange cutTo(Retained retained) {
		return new TimeRange(later(this.from, retained.from()), earlier(this.to, retained.now()));
	}

	private static Instant later(Instant one, Instant other) {
		return one.isAfter(other) ? one : other;
	}

	private static Instant earlier(Instant one, Instant other) {
		return one.isBefore(other) ? one : other;
	}

}
