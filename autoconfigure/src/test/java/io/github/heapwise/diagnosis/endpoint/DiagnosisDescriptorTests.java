package io.github.heapwise.diagnosis.endpoint;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import io.github.heapwise.diagnosis.Confidence;
import io.github.heapwise.diagnosis.Diagnosis;
import io.github.heapwise.diagnosis.Evidence;
import io.github.heapwise.diagnosis.Finding;
import io.github.heapwise.diagnosis.NextStep;
import io.github.heapwise.diagnosis.Series;
import io.github.heapwise.diagnosis.Severity;
import io.github.heapwise.diagnosis.TimeSpan;
import io.github.heapwise.diagnosis.WrittenDiagnosis;
import io.github.heapwise.endpoint.EndpointLinks;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link DiagnosisDescriptor}.
 */
class DiagnosisDescriptorTests {

	private static final Instant END = Instant.parse("2026-01-31T10:15:00.123456Z");

	private static final TimeSpan WINDOW = new TimeSpan(END.minusSeconds(60), END);

	private static final NextLinks NO_PAGES = new NextLinks(new EndpointLinks(() -> null));

	@Test
	void tellsWhatEachRuleSays() {
		DiagnosisDescriptor diagnosis = DiagnosisDescriptor.of(WrittenDiagnosis.of("GET / waits"), NO_PAGES);
		assertThat(diagnosis.severity()).isEqualTo("warning");
		assertThat(diagnosis.windowMillis()).isEqualTo(120_000);
		assertThat(diagnosis.load())
			.isEqualTo(new DiagnosisDescriptor.Span(Instant.parse("2026-01-31T10:14:00.123Z"), diagnosis.to()));
		FindingDescriptor finding = diagnosis.findings().get(0);
		assertThat(finding.id()).isEqualTo("waiting-on-io");
		assertThat(finding.severity()).isEqualTo("warning");
		assertThat(finding.confidence()).isEqualTo("high");
		assertThat(finding.evidence().get(0).threshold()).isEqualTo(100.0);
		assertThat(finding.evidence().get(1).threshold()).isNull();
		assertThat(finding.explanation().title()).isNotBlank();
		assertThat(finding.explanation().markdown()).contains("**How to verify:**");
		assertThat(diagnosis.passed().get(0).id()).isEqualTo("stall");
		assertThat(diagnosis.undecided()).containsExactly(new DiagnosisDescriptor.Undecided("memory-grows",
				"Memory held grows", "Only 3 collections were seen", 240L));
	}

	@Test
	void anApplicationWithoutFindingsHasNoSeverity() {
		Diagnosis idle = new Diagnosis(END, WINDOW, null, "Fine", List.of(), List.of(), List.of());
		DiagnosisDescriptor diagnosis = DiagnosisDescriptor.of(idle, NO_PAGES);
		assertThat(diagnosis.severity()).isEqualTo("none");
		assertThat(diagnosis.load()).isNull();
		assertThat(diagnosis.time()).isEqualTo(Instant.parse("2026-01-31T10:15:00.123Z"));
	}

	@Test
	void whatIsNoNumberIsNull() {
		Series series = new Series(new long[] { 1, 2, 3 }, new double[] { 1, Double.NaN, Double.POSITIVE_INFINITY });
		EvidenceDescriptor evidence = described(
				new Evidence("latency", Double.NaN, Double.NEGATIVE_INFINITY, "ms", WINDOW, series));
		assertThat(evidence.observed()).isNull();
		assertThat(evidence.threshold()).isNull();
		assertThat(evidence.series()).isNotNull();
		assertThat(evidence.series().times()).containsExactly(1L, 2L, 3L);
		assertThat(evidence.series().values()).containsExactly(1.0, null, null);
	}

	@Test
	void aSeriesIsBounded() {
		EvidenceDescriptor evidence = described(
				new Evidence("latency", 1, null, "ms", WINDOW, new Series(new long[100_000], new double[100_000])));
		assertThat(evidence.series()).isNotNull();
		assertThat(evidence.series().values()).hasSizeLessThanOrEqualTo(300);
	}

	@Test
	void aTextOfTheUsersOwnRuleIsNamedOnly() {
		assertThat(described(new Evidence("latency", 1, null, "ms", WINDOW, null), "my-text").explanation())
			.isEqualTo(new FindingDescriptor.ExplanationDescriptor("my-text", null, null));
	}

	private static EvidenceDescriptor described(Evidence evidence) {
		return described(evidence, "leak").evidence().get(0);
	}

	private static FindingDescriptor described(Evidence evidence, String explanation) {
		Finding finding = new Finding("It waits", Severity.INFO, Confidence.LOW, 0, List.of(evidence), List.of(),
				explanation, new NextStep("Look", "gc", Map.of()));
		return FindingDescriptor.of(new Diagnosis.Found("waits", finding), NO_PAGES);
	}

}
