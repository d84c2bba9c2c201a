package io.github.heapwise.diagnosis;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A diagnosis to be written.
 */
public final class WrittenDiagnosis {

	private static final Instant END = Instant.parse("2026-01-31T10:15:00.123Z");

	private static final TimeSpan WINDOW = new TimeSpan(END.minusSeconds(120), END);

	private WrittenDiagnosis() {
	}

	/**
	 * Return a diagnosis with a finding, a rule that passed, and one that cannot tell.
	 * @param title title of the finding
	 * @return the diagnosis
	 */
	public static Diagnosis of(String title) {
		List<Evidence> evidence = List.of(new Evidence("median latency", 212, 100.0, "ms", WINDOW, null),
				new Evidence("idle processors", 0.95, null, "ratio", WINDOW, null));
		Finding finding = new Finding(title, Severity.WARNING, Confidence.HIGH, 0.4, evidence,
				List.of("Take a few thread dumps under load and read what the threads of GET / wait for"), "waiting",
				new NextStep("Latency of GET /", "routes", Map.of("route", "GET /", "from", "-5m")));
		return new Diagnosis(END, WINDOW, new TimeSpan(END.minusSeconds(60), END), title,
				List.of(new Diagnosis.Found("waiting-on-io", finding)),
				List.of(new Diagnosis.Passed("stall", "All threads stand still", evidence)),
				List.of(new Diagnosis.Undecided("memory-grows", "Memory held grows",
						new Judgement.Undecided("Only 3 collections were seen", Duration.ofMinutes(4)))));
	}

}
