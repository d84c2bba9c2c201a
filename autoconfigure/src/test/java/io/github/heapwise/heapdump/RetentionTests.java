package io.github.heapwise.heapdump;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Retention}.
 */
class RetentionTests {

	private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

	private final List<StoredDump> newestFirst = new ArrayList<>();

	@Test
	void withinAllLimitsNothingIsTooMuch() {
		dump(1, Duration.ofHours(2), 50).dump(2, Duration.ofHours(1), 50);
		assertThat(excess(2, 100, Duration.ofHours(2))).isEmpty();
	}

	@Test
	void beyondTheCountTheOldestGoFirst() {
		dump(1, Duration.ofHours(3), 1).dump(2, Duration.ofHours(2), 1).dump(3, Duration.ofHours(1), 1);
		assertThat(excess(1, 100, Duration.ofDays(1))).containsExactly(1L, 2L);
	}

	@Test
	void beyondTheBytesTheOldestGo() {
		dump(1, Duration.ofHours(3), 10).dump(2, Duration.ofHours(2), 60).dump(3, Duration.ofHours(1), 50);
		assertThat(excess(9, 100, Duration.ofDays(1))).containsExactly(1L, 2L);
	}

	@Test
	void whatLiesBesideADumpCounts() {
		dump(1, Duration.ofHours(2), 40).dump(2, Duration.ofHours(1), 40);
		RetentionLimits limits = new RetentionLimits(9, 100, Duration.ofDays(1));
		assertThat(new Retention(limits, (stored) -> stored.facts().sizeBytes() + 20).excess(this.newestFirst, NOW))
			.extracting(StoredDump::sequence)
			.containsExactly(1L);
	}

	@Test
	void theNewestStaysWhateverItsSize() {
		dump(1, Duration.ofHours(2), 1).dump(2, Duration.ofHours(1), 500);
		assertThat(excess(9, 100, Duration.ofDays(1))).containsExactly(1L);
	}

	@Test
	void whatIsTooOldGoesAlsoIfItIsTheNewest() {
		dump(1, Duration.ofHours(25), 1);
		assertThat(excess(9, 100, Duration.ofDays(1))).containsExactly(1L);
	}

	@Test
	void whenTheClockStepsBackTheNewestStays() {
		dump(1, Duration.ofHours(-48), 1).dump(2, Duration.ZERO, 1);
		assertThat(excess(1, 100, Duration.ofDays(1))).containsExactly(1L);
	}

	private RetentionTests dump(long sequence, Duration age, long bytes) {
		Instant time = NOW.minus(age);
		this.newestFirst.add(DumpsUnderTest.stored(sequence, DumpId.at(time), DumpsUnderTest.facts(time, bytes)));
		this.newestFirst.sort(StoredDump.NEWEST_FIRST);
		return this;
	}

	private List<Long> excess(int count, long bytes, Duration age) {
		return new Retention(new RetentionLimits(count, bytes, age), (stored) -> stored.facts().sizeBytes())
			.excess(this.newestFirst, NOW)
			.stream()
			.map(StoredDump::sequence)
			.toList();
	}

}
