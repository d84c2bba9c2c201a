package io.github.heapwise.diagnosis.rule;

import java.time.Duration;
import java.util.List;

import io.github.heapwise.diagnosis.DiagnosisRule;
import io.github.heapwise.diagnosis.Severity;
import io.github.heapwise.diagnosis.Series;
import io.github.heapwise.diagnosis.WaitSignals.PoolWait;
import io.github.heapwise.diagnosis.WaitSignals;
import org.junit.jupiter.api.Test;

import static io.github.heapwise.diagnosis.rule.Applications.machine;
import static io.github.heapwise.diagnosis.rule.Applications.on;
import static io.github.heapwise.diagnosis.rule.Judged.found;
import static io.github.heapwise.diagnosis.rule.Judged.passed;
import static io.github.heapwise.diagnosis.rule.Judged.rule;
import static io.github.heapwise.diagnosis.rule.Judged.undecided;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ThreadsGrow}.
 */
class ThreadsGrowTests {

	private final DiagnosisRule rule = rule("threads-grow");

	@Test
	void foundSaysHowMuch() {
		assertThat(found(this.rule, on("G1").trends(TrendsBuilder.level().threads((i) -> 40 + 10 * i).build())).title())
			.contains("170 more threads");
	}

	@Test
	void foundNamesTheThreadsThatThereAreMostOf() {
		assertThat(found(this.rule,
				on("G1").trends(TrendsBuilder.level().threads((i) -> 40 + 10 * i).build()).threads("letters-#", 390))
			.title()).contains("390 of them 'letters-#'");
	}

	@Test
	void foundCountsThreadsThatCameSinceTheLastLook() {
		assertThat(found(this.rule,
				on("G1").trends(TrendsBuilder.level().threads((i) -> 40 + 10 * i).build()).threads("letters-#", 700))
			.title()).contains("710 now, 700 of them 'letters-#'");
		assertThat(found(this.rule,
				on("G1").trends(TrendsBuilder.level().threads((i) -> 40 + 10 * i).build()).threads("letters-#", 390))
			.title()).contains("640 now, 390 of them 'letters-#'");
	}

	@Test
	void foundDoesNotBlameThreadsThatAreFewerThanWhatGrew() {
		assertThat(found(this.rule,
				on("G1").trends(TrendsBuilder.level().threads((i) -> 40 + 10 * i).build()).threads("tomcat-#", 50))
			.title()).doesNotContain("tomcat");
	}

	@Test
	void passesJustBelow() {
		passed(this.rule, on("G1").trends(TrendsBuilder.level().threads((i) -> 400 + 1.7 * i).build()));
	}

	@Test
	void foundJustAbove() {
		found(this.rule, on("G1").trends(TrendsBuilder.level().threads((i) -> 400 + 1.8 * i).build()));
	}

	@Test
	void isNotFooledByWhatLevelsOff() {
		passed(this.rule,
				on("G1").trends(TrendsBuilder.level().threads((i) -> 100 - 60 * Math.exp((43 - i) / 4.0)).build()));
	}

	@Test
	void isUndecidedWhileTheLoadGrows() {
		assertThat(undecided(this.rule,
				on("G1").trends(TrendsBuilder.level().threads((i) -> 40 + 10 * i).requests((i) -> 10 + i).build()))
			.lacks()).contains("load");
	}

	@Test
	void saysHowLongToRunAfterTheStart() {
		assertThat(undecided(this.rule,
				on("G1").trends(TrendsBuilder.level().threads((i) -> 40 + 10 * i).build())
					.machine(machine("G1", Duration.ofSeconds(100), 512, 1024)))
			.runFor()).isEqualTo(Duration.ofSeconds(100));
	}

	@Test
	void isGoodToKnowWhereKnownPoolsMayHaveAsMany() {
		WaitSignals waits = new WaitSignals(0, 0, 100, Series.EMPTY,
				List.of(new PoolWait("http", 700, null, 0.5, 0, 0, 10, Series.EMPTY)), List.of(), null);
		assertThat(found(this.rule,
				on("G1").trends(TrendsBuilder.level().threads((i) -> 40 + 10 * i).build()).waits(waits))
			.severity()).isEqualTo(Severity.INFO);
	}

}
