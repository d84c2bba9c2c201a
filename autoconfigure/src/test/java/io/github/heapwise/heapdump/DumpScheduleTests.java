package io.github.heapwise.heapdump;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link DumpSchedule}.
 */
class DumpScheduleTests {

	private static final Duration LONGEST = Duration.ofSeconds(30);

	// every day at midnight
	private final DumpSchedule schedule = new DumpSchedule(
			(after) -> after.truncatedTo(ChronoUnit.DAYS).plus(1, ChronoUnit.DAYS), at("2026-01-31T23:59:00Z"));

	@Test
	void dumpIsDueOnceADay() {
		assertThat(this.schedule.isDue(at("2026-01-31T23:59:59.999Z"))).isFalse();
		assertThat(this.schedule.isDue(at("2026-02-01T00:00:00Z"))).isTrue();
		assertThat(this.schedule.isDue(at("2026-02-01T00:00:00.001Z"))).isFalse();
		assertThat(this.schedule.isDue(at("2026-02-02T00:00:20Z"))).isTrue();
	}

	@Test
	void waitEndsAtThePlannedTimeOrWhenTheClockIsToBeLookedAt() {
		assertThat(this.schedule.untilNext(at("2026-01-31T23:59:00Z"), LONGEST)).isEqualTo(LONGEST);
		assertThat(this.schedule.untilNext(at("2026-01-31T23:59:48Z"), LONGEST)).hasSeconds(12);
		assertThat(this.schedule.untilNext(at("2026-02-01T09:00:00Z"), LONGEST)).isPositive();
	}

	@Test
	void whatWasSleptThroughIsLeftOut() {
		assertThat(this.schedule.isDue(at("2026-02-03T09:00:00Z"))).isFalse();
		assertThat(this.schedule.isDue(at("2026-02-04T00:00:00Z"))).isTrue();
	}

	@Test
	void clockThatIsCorrectedBySecondsDoesNotAskTwice() {
		assertThat(this.schedule.isDue(at("2026-02-01T00:00:00Z"))).isTrue();
		assertThat(this.schedule.isDue(at("2026-01-31T23:59:58Z"))).isFalse();
		assertThat(this.schedule.isDue(at("2026-02-01T00:00:00Z"))).isFalse();
		assertThat(this.schedule.isDue(at("2026-02-02T00:00:00Z"))).isTrue();
	}

	@Test
	void clockThatIsSetBackByDaysDoesNotStopTheSchedule() {
		assertThat(this.schedule.isDue(at("2026-02-01T00:00:00Z"))).isTrue();
		assertThat(this.schedule.isDue(at("2025-06-01T12:00:00Z"))).isFalse();
		assertThat(this.schedule.isDue(at("2025-06-02T00:00:00Z"))).isTrue();
	}

	@Test
	void scheduleWithoutAnyTimeIsNeverDue() {
		DumpSchedule never = new DumpSchedule((after) -> null, at("2026-01-31T23:59:00Z"));
		assertThat(never.isDue(at("2036-01-31T23:59:00Z"))).isFalse();
		assertThat(never.untilNext(at("2036-01-31T23:59:00Z"), LONGEST)).isEqualTo(LONGEST);
		assertThat(never.isDue(at("2026-01-31T23:59:00Z"))).isFalse();
	}

	private static Instant at(String time) {
		return Instant.parse(time);
	}

}
