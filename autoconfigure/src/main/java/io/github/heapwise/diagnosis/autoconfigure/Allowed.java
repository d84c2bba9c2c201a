package io.github.heapwise.diagnosis.autoconfigure;

import java.time.Duration;
import java.time.temporal.ChronoUnit;

import org.springframework.boot.convert.DurationStyle;
import org.springframework.util.Assert;

/**
 * Checks values of properties.
 */
final class Allowed {

	private static final Duration LONGEST = Duration.ofDays(30);

	private Allowed() {
	}

	static void ratio(String property, double value) {
		check(value > 0 && value <= 1, property, "above 0 and at most 1", value);
	}

	static void positive(String property, Number value) {
		check(value.doubleValue() > 0 && Double.isFinite(value.doubleValue()), property, "above 0", value);
	}

	static void time(String property, Duration value) {
		time(property, value, LONGEST);
	}

	static void time(String property, Duration value, Duration longest) {
		check(value.compareTo(Duration.ZERO) > 0 && value.compareTo(longest) <= 0, property,
				"above 0s and at most " + DurationStyle.SIMPLE.print(longest, unit(longest)), value);
	}

	private static ChronoUnit unit(Duration length) {
		if (length.toDays() > 0) {
			return ChronoUnit.DAYS;
		}
		return (length.toMinutes() > 0) ? ChronoUnit.MINUTES : ChronoUnit.SECONDS;
	}

	static <T extends Comparable<T>> void notBelow(String property, T value, String other, T least) {
		check(value.compareTo(least) >= 0, property, "at least that of '%s', '%s',".formatted(other, least), value);
	}

	static void check(boolean allowed, String property, String expectation, Object value) {
		Assert.isTrue(allowed, () -> "'%s' must be %s but was '%s'".formatted(property, expectation, value));
	}

}
