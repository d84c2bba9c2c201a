package io.github.heapwise.heapdump.autoconfigure;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link CronTimes}.
 */
class CronTimesTests {

	@Test
	void timesAreThoseOfTheZoneOfTheSystem() {
		CronTimes nights = new CronTimes("0 0 3 * * *");
		assertThat(nights.apply(local("2026-01-31T12:00:00"))).isEqualTo(local("2026-02-01T03:00:00"));
		assertThat(nights.apply(local("2026-02-01T03:00:00"))).isEqualTo(local("2026-02-02T03:00:00"));
	}

	@Test
	void expressionThatNeverComesHasNoTime() {
		assertThat(new CronTimes("0 0 0 30 2 *").apply(local("2026-01-31T12:00:00"))).isNull();
	}

	@Test
	void createWhenTheExpressionIsNoneShouldSayWhy() {
		assertThatIllegalArgumentException().isThrownBy(() -> new CronTimes("every night"))
			.withMessageContaining("Cron expression must consist of 6 fields")
			.withMessageContaining("every night");
	}

	private static Instant local(String time) {
		return LocalDateTime.parse(time).atZone(ZoneId.systemDefault()).toInstant();
	}

}
