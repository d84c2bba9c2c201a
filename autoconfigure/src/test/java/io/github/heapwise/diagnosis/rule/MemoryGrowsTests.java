package io.github.heapwise.diagnosis.rule;

import java.time.Duration;
import java.util.List;

import io.github.heapwise.diagnosis.Confidence;
import io.github.heapwise.diagnosis.DiagnosisRule;
import io.github.heapwise.diagnosis.Finding;
import io.github.heapwise.diagnosis.Judgement;
import io.github.heapwise.diagnosis.NumberText;
import io.github.heapwise.diagnosis.Series;
import io.github.heapwise.diagnosis.Severity;
import io.github.heapwise.diagnosis.SignalsBuilder;
import io.github.heapwise.diagnosis.SurvivorSignal;
import io.github.heapwise.diagnosis.SurvivorSignal.Allocator;
import org.junit.jupiter.api.Test;

import static io.github.heapwise.diagnosis.rule.Applications.allocating;
import static io.github.heapwise.diagnosis.rule.Applications.leak;
import static io.github.heapwise.diagnosis.rule.Applications.machine;
import static io.github.heapwise.diagnosis.rule.Applications.on;
import static io.github.heapwise.diagnosis.rule.Applications.survivors;
import static io.github.heapwise.diagnosis.rule.CollectionBuilder.MB;
import static io.github.heapwise.diagnosis.rule.Judged.found;
import static io.github.heapwise.diagnosis.rule.Judged.passed;
import static io.github.heapwise.diagnosis.rule.Judged.rule;
import static io.github.heapwise.diagnosis.rule.Judged.undecided;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/**
 * Tests for {@link MemoryGrows}.
 */
class MemoryGrowsTests {

	private final DiagnosisRule rule = rule("memory-grows");

	@Test
	void foundSaysHowFastAndWhenTheHeapIsFull() {
		Finding finding = found(this.rule, leak());
		assertThat(finding.title()).contains("1.26 GB an hour").contains("full in about 11 minutes");
		assertThat(finding.severity()).isEqualTo(Severity.CRITICAL);
		assertThat(finding.next().page()).isEqualTo("heapdumps");
	}

	@Test
	void namesWhoAllocatesMost() {
		assertThat(found(this.rule, leak().allocations(allocating(50))).advice().get(1)).contains("'Reports.render'");
	}

	@Test
	void namesWhoAllocatedMostOfWhatStaysBeforeWhoAllocatesMost() {
		Finding finding = found(this.rule,
				staying(allocator("com.acme.Cache.put", "byte[]", 30, 0.4),
						allocator("com.acme.Other.run", "int[]", 11, 0.2),
						allocator("com.acme.Cache.put", "String", 20, 0.3))
					.allocations(allocating(50)));
		assertThat(finding.title())
			.endsWith("in about 11 minutes, most of what stays was allocated by 'com.acme.Cache.put'");
		assertThat(finding.advice().get(1)).contains("'com.acme.Cache.put' (mostly 'byte[]')")
			.doesNotContain("Reports.render");
		assertThat(finding.evidence()).last().satisfies((evidence) -> {
			assertThat(evidence.signal()).contains("com.acme.Cache.put", "not of bytes");
			assertThat(evidence.observed()).isCloseTo(0.7, within(1e-9));
		});
	}

	@Test
	void saysHowMuchStaysWhereItIsNotMost() {
		assertThat(found(this.rule, staying(allocator("A.a", "byte[]", 30, 0.3), allocator("B.b", "byte[]", 10, 0.1)))
			.title()).endsWith(", 30 % of what stays was allocated by 'A.a'");
	}

	@Test
	void namesNobodyWhereTooFewObjectsWereSeenOrNobodyStandsOut() {
		assertThat(found(this.rule, staying(allocator("A.a", "byte[]", 4, 1))).title()).doesNotContain("A.a");
		assertThat(found(this.rule, staying(allocator("A.a", "byte[]", 19, 0.19))).title()).doesNotContain("A.a");
		assertThat(found(this.rule, staying()).title()).doesNotContain("stays");
	}

	@Test
	void isAWarningWhereTheHeapLastsForHours() {
		Series floor = TrendsBuilder.everyTenSeconds((i) -> (90 + i) * MB);
		assertThat(found(this.rule, on("G1").survivors(survivors(112, 100, Confidence.HIGH, floor))).severity())
			.isEqualTo(Severity.WARNING);
	}

	@Test
	void isGoodToKnowWhereTheHeapLastsForDays() {
		Series floor = TrendsBuilder.everyTenSeconds((i) -> (90 + i) * MB);
		assertThat(found(this.rule, on("G1").survivors(survivors(112, 5, Confidence.HIGH, floor))).severity())
			.isEqualTo(Severity.INFO);
	}

	@Test
	void passesWhereTheIntervalIncludesZero() {
		passed(this.rule, on("G1").survivors(survivors(112, 1, Confidence.HIGH, Series.EMPTY)));
	}

	@Test
	void passesJustBelowTheRiseThatMatters() {
		Series floor = TrendsBuilder.everyTenSeconds((i) -> (90 + 0.18 * i) * MB);
		assertThat(passed(this.rule, on("G1").survivors(survivors(112, 100, Confidence.HIGH, floor))).evidence()).last()
			.satisfies((evidence) -> assertThat(evidence.observed()).isLessThan(evidence.threshold()));
	}

	@Test
	void foundJustAboveTheRiseThatMatters() {
		Series floor = TrendsBuilder.everyTenSeconds((i) -> (90 + 0.21 * i) * MB);
		assertThat(found(this.rule, on("G1").survivors(survivors(112, 100, Confidence.HIGH, floor))).evidence()
			.get(1)
			.observed()).isGreaterThan(0.02 * 512 * MB);
	}

	@Test
	void isUndecidedBeforeTheOldGenerationWasCollected() {
		assertThat(undecided(this.rule, leak().survivors(survivors(290, 1200, Confidence.LOW, Series.EMPTY))).lacks())
			.isEqualTo("It was told so");
	}

	@Test
	void saysHowLongToRunForATrend() {
		SurvivorSignal early = new SurvivorSignal(null, null, null, null, Confidence.LOW, "Too few", Series.EMPTY);
		assertThat(undecided(this.rule, on("G1").survivors(early)).runFor()).isEqualTo(Duration.ofMinutes(2));
	}

	@Test
	void isLessSureSoonAfterTheStart() {
		assertThat(found(this.rule, leak().machine(machine("G1", Duration.ofMinutes(4), 512, 1024))).confidence())
			.isEqualTo(Confidence.MEDIUM);
	}

	@Test
	void isNotFooledByWhatTheStartTook() {
		Series floor = TrendsBuilder.everyTenSeconds((i) -> ((i < 38) ? 10 : 50 + 0.6 * (i - 38)) * MB);
		SignalsBuilder started = leak().survivors(survivors(64, 900, Confidence.HIGH, floor));
		assertThat(undecided(this.rule, started).lacks()).startsWith("It grew, but not all along");
		Finding finding = found(this.rule, started.machine(machine("G1", Duration.ofSeconds(240), 512, 1024)));
		assertThat(finding.evidence().get(0).observed() / MB).isCloseTo(0.6 * 360, within(0.1));
		assertThat(finding.title()).contains(NumberText.flow(finding.evidence().get(0).observed()) + " an hour");
		assertThat(finding.evidence()).noneMatch((evidence) -> evidence.signal().contains("certainty"));
	}

	@Test
	void saysHowLongToRunAfterTheWarmUp() {
		Judgement.Undecided undecided = undecided(this.rule,
				leak().machine(machine("G1", Duration.ofSeconds(80), 512, 1024)));
		assertThat(undecided.lacks()).isEqualTo("Too few collections since the warm-up");
		assertThat(undecided.runFor()).isEqualTo(Duration.ofSeconds(20));
	}

	private static SignalsBuilder staying(Allocator... allocators) {
		return leak()
			.survivors(survivors(290, 1200, Confidence.HIGH, TrendsBuilder.everyTenSeconds((i) -> (90 + 3.3 * i) * MB))
				.allocatedBy(List.of(allocators)));
	}

	private static Allocator allocator(String function, String type, int samples, double ratio) {
		return new Allocator(function, type, samples, ratio);
	}

}
