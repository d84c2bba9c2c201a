package io.github.heapwise.gc;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.github.heapwise.test.SettableClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static io.github.heapwise.gc.GcEventBuilder.a;
import static io.github.heapwise.gc.GcEventBuilder.instant;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link PauseMatching}. Times are milliseconds; what notifications tell is cut
 * to whole ones.
 */
class PauseMatchingTests {

	private final List<GcEvent> passed = new ArrayList<>();

	private final SettableClock clock = new SettableClock(GcEventBuilder.START);

	private PauseMatching matching = new PauseMatching(true, this.clock, new JvmTime(this.clock), this.passed::add);

	@BeforeEach
	void record() {
		this.matching.expectRecording();
		recorded();
	}

	@Test
	void withoutRecordingEventsPassAtOnceAsTheyAre() {
		this.matching.endRecording();
		GcEvent event = a(GcKind.YOUNG).at(100).taking(3).build();
		notified(event);
		assertThat(this.passed).containsExactly(event);
	}

	@Test
	void recordedPauseMakesTheDurationExact() {
		notified(a(GcKind.YOUNG).at(100).taking(3).build());
		assertThat(this.passed).isEmpty();
		recorded(pause(1, "GC Pause", 100.7, 3.25));
		assertThat(this.passed).singleElement().satisfies((event) -> {
			assertThat(event.durationNanos()).isEqualTo(3_250_000);
			assertThat(event.exact()).isTrue();
			assertThat(event.kind()).isEqualTo(GcKind.YOUNG);
			assertThat(event.phase()).isNull();
			assertThat(event.time()).isEqualTo(instant(100).plusNanos(700_000));
		});
	}

	@Test
	void mixedCollectionsAreToldFromYoungOnesByWhatG1CallsThem() {
		notified(a(GcKind.YOUNG).at(100).taking(3).build());
		notified(a(GcKind.YOUNG).at(200).taking(3).build());
		notified(a(GcKind.YOUNG).at(300).taking(3).build());
		this.matching.recorded(
				List.of(pause(7, "GC Pause", 100, 3), pause(8, "GC Pause", 200, 3), pause(9, "GC Pause", 300, 3)),
				Map.of(7, "Normal", 8, "Mixed", 9, "Prepare Mixed"));
		assertThat(this.passed).extracting(GcEvent::kind).containsExactly(GcKind.YOUNG, GcKind.MIXED, GcKind.YOUNG);
		assertThat(this.passed).extracting(GcEvent::phase).containsExactly(null, null, "Young (Prepare Mixed)");
	}

	@Test
	void pausesOfOneMillisecondKeepTheirOrder() {
		notified(a(GcKind.OTHER).at(668).taking(0).build());
		notified(a(GcKind.OTHER).at(668).taking(0).build());
		notified(a(GcKind.CONCURRENT).at(660).taking(10).build());
		recorded(pause(13, "Pause Mark End", 668.735, 0.037), pause(13, "Pause Relocate Start", 668.872, 0.005));
		assertThat(this.passed).extracting(GcEvent::phase)
			.containsExactly("Pause Mark End", "Pause Relocate Start", null);
		assertThat(this.passed).extracting(GcEvent::durationNanos).containsExactly(37_000L, 5_000L, 10_000_000L);
	}

	@Test
	void cycleIsNeverAPause() {
		notified(a(GcKind.CONCURRENT).at(100).taking(30).build());
		recorded(pause(1, "Pause Mark Start", 100, 0.01));
		recorded();
		assertThat(this.passed).singleElement().satisfies((event) -> {
			assertThat(event.isPause()).isFalse();
			assertThat(event.exact()).isFalse();
		});
	}

	@Test
	void notificationThatComesAfterItsPauseIsMatchedAtTheNextFlush() {
		recorded(pause(1, "GC Pause", 100.4, 3.25));
		notified(a(GcKind.YOUNG).at(100).taking(3).build());
		recorded();
		assertThat(this.passed).singleElement()
			.satisfies((event) -> assertThat(event.durationNanos()).isEqualTo(3_250_000));
	}

	@Test
	void pauseOfAnEventThatWasPassedOnBeforeIsNotTakenForTheNext() {
		notified(a(GcKind.FULL).at(240).taking(5).build());
		recorded(pause(1, "GC Pause", 100.4, 3.25), pause(2, "GC Pause", 240.4, 5.5));
		assertThat(this.passed).singleElement()
			.satisfies((event) -> assertThat(event.durationNanos()).isEqualTo(5_500_000));
	}

	@Test
	void pauseThatIsNotNotifiedAboutForLongIsForgotten() {
		recorded(pause(1, "GC Pause", 0, 3));
		this.clock.set(instant(11_000));
		recorded();
		notified(a(GcKind.YOUNG).at(1000).taking(3).build());
		recorded();
		assertThat(this.passed).isEmpty();
	}

	@Test
	void eventsPassInOrderAlsoWhereTheFirstIsNotMatched() {
		notified(a(GcKind.YOUNG).at(-2500).taking(3).build());
		notified(a(GcKind.YOUNG).at(200).taking(2).build());
		recorded(pause(2, "GC Pause", 200.1, 2.1));
		assertThat(this.passed).isEmpty();
		this.clock.set(instant(8000));
		recorded();
		assertThat(this.passed).extracting(GcEvent::exact).containsExactly(false, true);
	}

	@Test
	void eventThatADeliveryPassedOverHoldsUpNoOtherAfterTheNext() {
		notified(a(GcKind.YOUNG).at(100).taking(9).build());
		notified(a(GcKind.YOUNG).at(400).taking(2).build());
		recorded(pause(2, "GC Pause", 400.1, 2.1));
		recorded();
		assertThat(this.passed).extracting(GcEvent::exact).containsExactly(false, true);
	}

	@Test
	void eventsPassWhenFlightRecorderStopsDelivering() {
		GcEvent event = a(GcKind.YOUNG).at(100).taking(3).build();
		notified(event);
		this.clock.set(instant(10_000));
		this.matching.passOnComplete();
		assertThat(this.passed).isEmpty();
		this.clock.set(instant(10_200));
		this.matching.passOnComplete();
		assertThat(this.passed).containsExactly(event);
	}

	@Test
	void eventsPassWhenTheClockIsSetBack() {
		GcEvent event = a(GcKind.YOUNG).at(100).taking(3).build();
		notified(event);
		this.clock.set(instant(-3_600_000));
		this.matching.passOnComplete();
		assertThat(this.passed).containsExactly(event);
	}

	@Test
	void remarkThatNoBeanReportsBecomesAnEventOfItsOwn() {
		this.matching = new PauseMatching(false, this.clock, new JvmTime(this.clock), this.passed::add);
		record();
		notified(a(GcKind.YOUNG).at(100).taking(3).build());
		notified(a(GcKind.YOUNG).at(120).taking(3).build());
		recorded(pause(1, "GC Pause", 100.2, 3.1), pause(2, "Pause Remark", 110, 1.925),
				pause(3, "GC Pause", 120.2, 3.2), pause(2, "Pause Cleanup", 130, 0.125));
		assertThat(this.passed).extracting(GcEvent::phase).containsExactly(null, "Pause Remark", null, "Pause Cleanup");
		assertThat(this.passed).extracting(GcEvent::durationNanos)
			.containsExactly(3_100_000L, 1_925_000L, 3_200_000L, 125_000L);
		assertThat(this.passed).allMatch(GcEvent::isPause).allMatch(GcEvent::exact);
		assertThat(this.passed.get(1).kind()).isEqualTo(GcKind.OTHER);
		assertThat(this.passed.get(1).heap()).isNull();
	}

	@Test
	void clocksThatDriftApartForADayStillMatch() {
		double drift = 0;
		for (int i = 0; i < 2000; i++) {
			double start = i * 43_200.0;
			// 20 millionths, as clocks have it
			drift += 43_200.0 * 20e-6;
			notified(a(GcKind.YOUNG).at(Math.floor(start)).taking(2).build());
			recorded(pause(i, "GC Pause", start + drift, 2 + i / 1000.0));
		}
		assertThat(drift).isGreaterThan(1500);
		assertThat(this.passed).hasSize(2000).allMatch(GcEvent::exact);
		assertThat(this.passed.get(1999).durationNanos()).isEqualTo(3_999_000);
	}

	@Test
	void clockThatWasSetIsLearnedFromAPauseThatIsAlone() {
		double step = 3_600_000;
		notified(a(GcKind.YOUNG).at(10_000).taking(4).build());
		recorded(pause(1, "GC Pause", 10_000 - step, 4.2));
		notified(a(GcKind.YOUNG).at(20_000).taking(3).build());
		notified(a(GcKind.YOUNG).at(20_010).taking(3).build());
		recorded(pause(2, "GC Pause", 20_000.5 - step, 3.1), pause(3, "GC Pause", 20_010.5 - step, 3.3));
		assertThat(this.passed).extracting(GcEvent::durationNanos).containsExactly(4_200_000L, 3_100_000L, 3_300_000L);
	}

	@Test
	void deliveryThatWasUnderWayAtTheEndChangesNothing() {
		this.matching.endRecording();
		recorded(pause(1, "GC Pause", 0, 3));
		assertThat(this.matching.isRecording()).isFalse();
		notified(a(GcKind.YOUNG).at(100).taking(3).build());
		assertThat(this.passed).hasSize(1);
	}

	@Test
	void tenThousandCollectionsInAMinuteAllPassOnceWithTheirOwnDuration() {
		int sent = 0;
		while (sent < 10_000) {
			List<RecordedPause> pauses = new ArrayList<>();
			for (int i = 0; i < 167 && sent < 10_000; i++, sent++) {
				double start = sent * 6.0;
				notified(a(GcKind.YOUNG).at(Math.floor(start)).taking(1).build());
				pauses.add(pause(sent, "GC Pause", start, 1 + sent / 100_000.0));
			}
			this.matching.recorded(pauses, Map.of());
		}
		assertThat(this.passed).hasSize(10_000).allMatch(GcEvent::exact);
		for (int i = 0; i < 10_000; i++) {
			assertThat(this.passed.get(i).durationNanos()).isEqualTo(1_000_000 + i * 10L);
		}
	}

	@Test
	void waitingEventsAreBounded() {
		for (int i = 0; i < 5000; i++) {
			this.matching.notified(a(GcKind.YOUNG).at(i / 10.0).taking(0).build());
		}
		assertThat(this.passed).hasSize(5000 - 4096);
	}

	@Test
	void endOfTheRecordingLosesNothing() {
		notified(a(GcKind.YOUNG).at(100).taking(3).build());
		notified(a(GcKind.CONCURRENT).at(90).taking(30).build());
		this.matching.endRecording();
		assertThat(this.passed).hasSize(2);
	}

	private void notified(GcEvent event) {
		this.clock.set(event.end());
		this.matching.notified(event);
	}

	private void recorded(RecordedPause... pauses) {
		this.matching.recorded(List.of(pauses), Map.of());
	}

	private static RecordedPause pause(int gcId, String name, double startMillis, double durationMillis) {
		Instant start = instant(startMillis);
		return new RecordedPause(gcId, name, start, Math.round(durationMillis * 1e6));
	}

}
