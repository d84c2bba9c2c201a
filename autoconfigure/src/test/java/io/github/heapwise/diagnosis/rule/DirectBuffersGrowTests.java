package io.github.heapwise.diagnosis.rule;

import java.time.Duration;

import io.github.heapwise.diagnosis.DiagnosisRule;
import io.github.heapwise.diagnosis.Finding;
import io.github.heapwise.diagnosis.Severity;
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
 * Tests for {@link DirectBuffersGrow}.
 */
class DirectBuffersGrowTests {

	private final DiagnosisRule rule = rule("direct-buffers-grow");

	@Test
	void foundSaysHowMuch() {
		assertThat(found(this.rule, on("G1").trends(TrendsBuilder.level().direct((i) -> 20 + 4 * i).build())).title())
			.contains("of at most 512 MiB");
	}

	@Test
	void foundNamesWhoHeldMostBuffersInTheLastHeapDump() {
		Finding found = found(this.rule,
				on("G1").trends(TrendsBuilder.level().direct((i) -> 20 + 4 * i).build()).dump(dump()));
		assertThat(found.title()).endsWith(
				"; in the last analysed heap dump 'shop.Audit.unsent' held 1200 objects of 'java.nio.DirectByteBuffer'");
		assertThat(found.next().page()).isEqualTo("heapdump");
	}

	@Test
	void passesJustBelow() {
		passed(this.rule, on("G1").trends(TrendsBuilder.level().direct((i) -> 20 + 0.93 * i).build()));
	}

	@Test
	void foundJustAbove() {
		found(this.rule, on("G1").trends(TrendsBuilder.level().direct((i) -> 20 + 0.95 * i).build()));
	}

	@Test
	void isNotFooledByWhatLevelsOff() {
		passed(this.rule,
				on("G1").trends(TrendsBuilder.level().direct((i) -> 100 - 60 * Math.exp((43 - i) / 4.0)).build()));
	}

	@Test
	void isUndecidedWhileTheLoadGrows() {
		assertThat(undecided(this.rule,
				on("G1").trends(TrendsBuilder.level().direct((i) -> 20 + 4 * i).requests((i) -> 10 + i).build()))
			.lacks()).contains("load");
	}

	@Test
	void saysHowLongToRunAfterTheStart() {
		assertThat(undecided(this.rule,
				on("G1").trends(TrendsBuilder.level().direct((i) -> 20 + 4 * i).build())
					.machine(machine("G1", Duration.ofSeconds(100), 512, 1024)))
			.runFor()).isEqualTo(Duration.ofSeconds(100));
	}

	@Test
	void isCriticalWhereTheyAreAllUsed() {
		assertThat(found(this.rule, on("G1").trends(TrendsBuilder.level().direct((i) -> 470).build())).severity())
			.isEqualTo(Severity.CRITICAL);
	}

}
