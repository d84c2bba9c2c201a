package io.github.heapwise.heapdump.autoconfigure;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

import org.springframework.scheduling.support.CronExpression;

/**
 * The times of a cron expression, in the time zone of the system.
 *
 * @param expression the expression
 */
record CronTimes(CronExpression expression) implements UnaryOperator<@Nullable Instant> {

	/**
	 * Create times.
	 * @param cron six fields, seconds first, or a macro such as {@code @daily}
	 * @throws IllegalArgumentException if it is none, with a sentence
	 */
	CronTimes(String cron) {
		this(CronExpression.parse(cron));
	}

	@Override
	public @Nullable Instant apply(@Nullable Instant after) {
		if (after == null) {
			return null;
		}
		ZonedDateTime next = this.expression.next(after.atZone(ZoneId.systemDefault()));
		return (next != null) ? next.toInstant() : null;
	}

}
