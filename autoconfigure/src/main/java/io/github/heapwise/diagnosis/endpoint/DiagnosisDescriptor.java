package io.github.heapwise.diagnosis.endpoint;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

import io.github.heapwise.diagnosis.Diagnosis;
import io.github.heapwise.diagnosis.TimeSpan;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.actuate.endpoint.OperationResponseBody;

/**
 * What all rules say, as JSON.
 *
 * @param time when they were asked
 * @param verdict one sentence
 * @param severity that of the worst finding: {@code critical}, {@code warning},
 * {@code info} or {@code none}
 * @param windowMillis how long a time they looked at
 * @param from start of that time
 * @param to end of that time
 * @param load the part of it in which the application worked, {@code null} if it did not
 * @param findings what is wrong, the worst first
 * @param passed what is fine
 * @param undecided what cannot be told
 */
public record DiagnosisDescriptor(Instant time, String verdict, String severity, long windowMillis, Instant from,
		Instant to, @Nullable Span load, List<FindingDescriptor> findings, List<Passed> passed,
		List<Undecided> undecided) implements OperationResponseBody {

	static DiagnosisDescriptor of(Diagnosis diagnosis, NextLinks links) {
		TimeSpan window = diagnosis.window();
		return new DiagnosisDescriptor(time(diagnosis.time()), diagnosis.verdict(), severity(diagnosis),
				window.length().toMillis(), time(window.from()), time(window.to()), Span.of(diagnosis.load()),
				diagnosis.findings().stream().map((found) -> FindingDescriptor.of(found, links)).toList(),
				diagnosis.passed().stream().map(Passed::of).toList(),
				diagnosis.undecided().stream().map(Undecided::of).toList());
	}

	// the worst comes first
	private static String severity(Diagnosis diagnosis) {
		return diagnosis.findings()
			.stream()
			.findFirst()
			.map((found) -> FindingDescriptor.word(found.finding().severity()))
			.orElse("none");
	}

	static Instant time(Instant instant) {
		return instant.truncatedTo(ChronoUnit.MILLIS);
	}

	/**
	 * A part of time.
	 *
	 * @param from start
	 * @param to end
	 */
	public record Span(Instant from, Instant to) {

		static @Nullable Span of(@Nullable TimeSpan span) {
			return (span != null) ? new Span(time(span.from()), time(span.to())) : null;
		}

	}

	/**
	 * A rule that found nothing.
	 *
	 * @param id id of the rule
	 * @param title what it looks for
	 * @param evidence numbers it looked at
	 */
	public record Passed(String id, String title, List<EvidenceDescriptor> evidence) {

		static Passed of(Diagnosis.Passed passed) {
			return new Passed(passed.rule(), passed.title(), EvidenceDescriptor.of(passed.evidence()));
		}

	}

	/**
	 * A rule that could not tell.
	 *
	 * @param id id of the rule
	 * @param title what it looks for
	 * @param reason what it lacks, in a sentence
	 * @param runForSeconds how much longer to run to have it, {@code null} where that
	 * does not help
	 */
	public record Undecided(String id, String title, String reason, @Nullable Long runForSeconds) {

		static Undecided of(Diagnosis.Undecided undecided) {
			return new Undecided(undecided.rule(), undecided.title(), undecided.judgement().lacks(),
					(undecided.judgement().runFor() != null)
							? (Long) Math.max(0, undecided.judgement().runFor().toSeconds()) : null);
		}

	}

}
