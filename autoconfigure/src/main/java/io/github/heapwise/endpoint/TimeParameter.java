package io.github.heapwise.endpoint;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * A parameter that names an instant, absolute or relative to now.
 *
 * @param parameter the parameter
 * @param now what relative times refer to
 */
record TimeParameter(Parameter parameter, Instant now) {

	// Nine digits of days stay far inside what an Instant can hold.
	private static final Pattern BEFORE_NOW = Pattern.compile("-(\\d{1,9})([smhd])");

	private static final List<String> ALLOWED = List.of("now", "-90s", "-5m", "-1h", "-1d", "2026-01-31T10:15:30Z");

	Parsed<Instant> parse(Instant defaultInstant) {
		String value = this.parameter.value();
		if (value == null) {
			return Parsed.of(defaultInstant);
		}
		Instant instant = toInstant(value);
		return (instant != null) ? Parsed.of(instant) : Parsed
			.problem(Problem.invalid(this.parameter.name(), value, ALLOWED, "be an instant or a time before now"));
	}

	/**
	 * Return what the client gave, or what was assumed instead.
	 * @param parsed what the parameter means
	 * @return text for messages
	 */
	String given(Instant parsed) {
		String value = this.parameter.value();
		return (value != null) ? value : parsed.toString();
	}

	private @Nullable Instant toInstant(String value) {
		if (value.equals("now")) {
			return this.now;
		}
		Matcher beforeNow = BEFORE_NOW.matcher(value);
		if (beforeNow.matches()) {
			return this.now.minus(Duration.of(Long.parseLong(beforeNow.group(1)), unit(beforeNow.group(2))));
		}
		return toAbsoluteInstant(value);
	}

	private static ChronoUnit unit(String letter) {
		return switch (letter) {
			case "s" -> ChronoUnit.SECONDS;
			case "m" -> ChronoUnit.MINUTES;
			case "h" -> ChronoUnit.HOURS;
			default -> ChronoUnit.DAYS;
		};
	}

	private static @Nullable Instant toAbsoluteInstant(String value) {
		try {
			return Instant.parse(value);
		}
		catch (DateTimeException ex) {
			return null;
		}
	}

}
