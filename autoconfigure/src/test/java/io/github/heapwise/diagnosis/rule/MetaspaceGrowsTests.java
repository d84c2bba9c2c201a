package io.github.heapwise.diagnosis.rule;

import java.time.Duration;

import io.github.heapwise.diagnosis.DiagnosisRule;
import io.github.heapwise.diagnosis.Finding;
import org.junit.jupiter.api.Test;

import static io.github.heapwise.diagnosis.rule.Applications.machine;
import static io.github.heapwise.diagnosis.SignalsBuilder.dump;
import static io.github.heapwise.diagnosis.rule.Applications.on;
import static io.github.heapwise.diagnosis.rule.Judged.found;
import static io.github.heapwise.diagnosis.rule.Judged.passed;
import static io.github.heapwise.diagnosis.rule.Judged.rule;
import static io.github.heapwise.diagnosis.rule.Judged.undecided;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link MetaspaceGrows}.
 */
class MetaspaceGrowsTests {

	private final DiagnosisRule rule = rule("metaspace-grows");

	@Test
	void foundSaysHowMuch() {
		assertThat(found(this.rule,
				on("G1").trends(TrendsBuilder.level().metaspace((i) -> 60 + 2 * i, (i) -> 12_000 + 100 * i).build()))
			.title()).contains("1700 more classes");
	}

	@Test
	void foundNamesWhoHeldTheLoadersInTheLastHeapDump() {
		Finding found = found(this.rule,
				on("G1").trends(TrendsBuilder.level().metaspace((i) -> 60 + 2 * i, (i) -> 12_000 + 100 * i).build())
					.dump(dump()));
		assertThat(found.title()).endsWith(
				"; in the last analysed heap dump 'shop.Plugins.loaded' held 1699 objects of 'shop.PluginLoader'");
		assertThat(found.next().page()).isEqualTo("heapdump");
	}

	@Test
	void passesJustBelow() {
		passed(this.rule, on("G1")
			.trends(TrendsBuilder.level().metaspace((i) -> 60 + 0.46 * i, (i) -> 12_000 + 100 * i).build()));
	}

	@Test
	void foundJustAbove() {
		found(this.rule, on("G1")
			.trends(TrendsBuilder.level().metaspace((i) -> 60 + 0.48 * i, (i) -> 12_000 + 100 * i).build()));
	}

	@Test
	void isNotFooledByWhatLevelsOff() {
		passed(this.rule,
				on("G1").trends(TrendsBuilder.level()
					.metaspace((i) -> 100 - 60 * Math.exp((43 - i) / 4.0), (i) -> 12_000 + 100 * i)
					.build()));
	}

	@Test
	void isUndecidedWhileTheLoadGrows() {
		assertThat(undecided(this.rule,
				on("G1").trends(TrendsBuilder.level()
					.metaspace((i) -> 60 + 2 * i, (i) -> 12_000 + 100 * i)
					.requests((i) -> 10 + i)
					.build()))
			.lacks()).contains("load");
	}

	@Test
	void saysHowLongToRunAfterTheStart() {
		assertThat(undecided(this.rule,
				on("G1").trends(TrendsBuilder.level().metaspace((i) -> 60 + 2 * i, (i) -> 12_000 + 100 * i).build())
					.machine(machine("G1", Duration.ofSeconds(100), 512, 1024)))
			.runFor()).isEqualTo(Duration.ofSeconds(100));
	}

}
