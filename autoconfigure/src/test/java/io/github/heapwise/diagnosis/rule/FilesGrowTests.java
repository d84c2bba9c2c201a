package io.github.heapwise.diagnosis.rule;

import java.time.Duration;

import io.github.heapwise.diagnosis.DiagnosisRule;
import org.junit.jupiter.api.Test;

import static io.github.heapwise.diagnosis.rule.Applications.machine;
import static io.github.heapwise.diagnosis.rule.Applications.on;
import static io.github.heapwise.diagnosis.rule.Judged.found;
import static io.github.heapwise.diagnosis.rule.Judged.passed;
import static io.github.heapwise.diagnosis.rule.Judged.rule;
import static io.github.heapwise.diagnosis.rule.Judged.undecided;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link FilesGrow}.
 */
class FilesGrowTests {

	private final DiagnosisRule rule = rule("files-grow");

	@Test
	void foundSaysHowMuch() {
		assertThat(
				found(this.rule, on("G1").trends(TrendsBuilder.level().files((i) -> 100 + 10 * i, 1_000_000).build()))
					.title())
			.contains("170 more files");
	}

	@Test
	void passesJustBelow() {
		passed(this.rule, on("G1").trends(TrendsBuilder.level().files((i) -> 100 + 2.9 * i, 1_000_000).build()));
	}

	@Test
	void foundJustAbove() {
		found(this.rule, on("G1").trends(TrendsBuilder.level().files((i) -> 100 + 3.0 * i, 1_000_000).build()));
	}

	@Test
	void isNotFooledByWhatLevelsOff() {
		passed(this.rule, on("G1")
			.trends(TrendsBuilder.level().files((i) -> 100 - 60 * Math.exp((43 - i) / 4.0), 1_000_000).build()));
	}

	@Test
	void isUndecidedWhileTheLoadGrows() {
		assertThat(undecided(this.rule,
				on("G1").trends(
						TrendsBuilder.level().files((i) -> 100 + 10 * i, 1_000_000).requests((i) -> 10 + i).build()))
			.lacks()).contains("load");
	}

	@Test
	void saysHowLongToRunAfterTheStart() {
		assertThat(undecided(this.rule,
				on("G1").trends(TrendsBuilder.level().files((i) -> 100 + 10 * i, 1_000_000).build())
					.machine(machine("G1", Duration.ofSeconds(100), 512, 1024)))
			.runFor()).isEqualTo(Duration.ofSeconds(100));
	}

	@Test
	void isCriticalNearTheLimit() {
		assertThat(found(this.rule, on("G1").trends(TrendsBuilder.level().files((i) -> 810, 1_000).build())).title())
			.startsWith("81 %");
	}

}
