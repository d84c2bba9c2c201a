package io.github.heapwise.diagnosis;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link DiagnosisText}.
 */
class DiagnosisTextTests {

	@Test
	void beginsWithTheVerdictAndTellsWhatEachRuleSays() {
		assertThat(DiagnosisText.of(WrittenDiagnosis.of("GET / waits"))).isEqualTo("""
				Heapwise, 2026-01-31T10:13:00Z to 2026-01-31T10:15:00Z
				under load for 60 s from 2026-01-31T10:14:00Z

				GET / waits

				WARNING GET / waits
				  rule waiting-on-io, explained as waiting, confidence HIGH
				  = median latency: 212 ms (threshold 100 ms)
				  = idle processors: 95 %
				  > Take a few thread dumps under load and read what the threads of GET / wait
				    for
				  Next: Latency of GET / (page 'routes', from '-5m', route 'GET /')

				Looked for, not found (1)
				  - All threads stand still: median latency: 212 ms (threshold 100 ms)

				Cannot tell (1)
				  - Memory held grows: Only 3 collections were seen; run it for 240 s more under
				    load
				""");
	}

	@Test
	void keepsTo80ColumnsAndToOneLineWhateverATitleHolds() {
		String text = DiagnosisText.of(WrittenDiagnosis.of("Pool '\n\u001b[31m' " + "is full of tasks ".repeat(100)));
		assertThat(text).doesNotContain("\u001b").contains("Pool '??[31m' is full of tasks").contains("...");
		assertThat(text.lines()).allSatisfy((line) -> assertThat(line.length()).isLessThanOrEqualTo(80));
	}

	@Test
	void saysThatAnApplicationWasIdle() {
		Diagnosis busy = WrittenDiagnosis.of("Fine");
		Diagnosis idle = new Diagnosis(busy.time(), busy.window(), null, "Fine", List.of(), List.of(), List.of());
		assertThat(DiagnosisText.of(idle))
			.isEqualTo("Heapwise, 2026-01-31T10:13:00Z to 2026-01-31T10:15:00Z\nidle\n\nFine\n");
	}

}
