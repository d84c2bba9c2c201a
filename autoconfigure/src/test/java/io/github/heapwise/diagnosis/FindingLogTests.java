package io.github.heapwise.diagnosis;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import io.github.heapwise.test.SettableClock;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link FindingLog}.
 */
class FindingLogTests {

	private static final Duration STEP = Duration.ofSeconds(10);

	private final SettableClock clock = new SettableClock(Instant.parse("2026-01-31T10:00:00Z"));

	private final List<String> lines = new ArrayList<>();

	private final FindingLog log = new FindingLog(this.lines::add, this.lines::add,
			new FindingLogSettings(Duration.ofMinutes(1), Duration.ofMinutes(5), 4), this.clock);

	@Test
	void saysOnceThatAFindingIsThereAndOnceThatItIsGone() {
		see(60, "waiting");
		see(60);
		assertThat(this.lines).containsExactly("Found: Title of waiting (waiting, WARNING since 2026-01-31T10:00:00Z)",
				"No longer found: Title of waiting (waiting, until 2026-01-31T10:09:50Z)");
	}

	@Test
	void waitsUntilAFindingHasLastedForAMinute() {
		see(6, "waiting");
		assertThat(this.lines).isEmpty();
		see(1, "waiting");
		assertThat(this.lines).hasSize(1);
	}

	@Test
	void forgetsWhatNeverLasts() {
		for (int i = 0; i < 100; i++) {
			see(5, "waiting");
			see(1);
		}
		assertThat(this.lines).isEmpty();
	}

	@Test
	void takesWhatComesAndGoesForOne() {
		see(7, "waiting");
		for (int i = 0; i < 100; i++) {
			see(3);
			see(2, "waiting");
		}
		assertThat(this.lines).hasSize(1);
	}

	@Test
	void saysNothingOfWhatIsGoodToKnow() {
		for (int i = 0; i < 100; i++) {
			this.log.see(diagnosis(found("route-dominates", Severity.INFO)));
			this.clock.advance(STEP);
		}
		assertThat(this.lines).isEmpty();
	}

	@Test
	void keepsToItsLinesOfAnHourAndSaysTheRestLater() {
		see(10, "a", "b", "c", "d", "e");
		assertThat(this.lines).hasSize(4);
		assertThat(this.lines.get(3)).endsWith(". No more findings are logged for up to an hour");
		see(360, "a", "b", "c", "d", "e");
		assertThat(this.lines).hasSize(5);
		assertThat(this.lines.get(4)).startsWith("Found: Title of e ");
	}

	@Test
	void goesOnWhenTheClockIsSetBack() {
		see(10, "a", "b", "c", "d");
		this.clock.set(Instant.parse("2026-01-30T10:00:00Z"));
		see(10, "a", "b", "c", "d", "e");
		assertThat(this.lines).hasSize(5);
	}

	@Test
	void writesOneLineWhateverATitleHolds() {
		Finding finding = finding("Pool '\nERROR \u001b[2J'", Severity.WARNING);
		for (int i = 0; i < 10; i++) {
			this.log.see(diagnosis(new Diagnosis.Found("pool", finding)));
			this.clock.advance(STEP);
		}
		assertThat(this.lines).singleElement().asString().startsWith("Found: Pool '?ERROR ?[2J'");
	}

	private void see(int times, String... rules) {
		for (int i = 0; i < times; i++) {
			this.log.see(diagnosis(
					Arrays.stream(rules).map((rule) -> found(rule, Severity.WARNING)).toArray(Diagnosis.Found[]::new)));
			this.clock.advance(STEP);
		}
	}

	private Diagnosis diagnosis(Diagnosis.Found... found) {
		TimeSpan window = new TimeSpan(this.clock.instant().minusSeconds(60), this.clock.instant());
		return new Diagnosis(this.clock.instant(), window, window, "Verdict", List.of(found), List.of(), List.of());
	}

	private static Diagnosis.Found found(String rule, Severity severity) {
		return new Diagnosis.Found(rule, finding("Title of " + rule, severity));
	}

	private static Finding finding(String title, Severity severity) {
		return new Finding(title, severity, Confidence.HIGH, 0, List.of(), List.of(), "leak",
				new NextStep("Look", "gc", Map.of()));
	}

}
