package io.github.heapwise.diagnosis;

import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Writes parts of a diagnosis that all its text forms share.
 */
public final class EvidenceText {

	private EvidenceText() {
	}

	/**
	 * Write a number of a judgement.
	 * @param evidence the number
	 * @return a line with what it was compared with
	 */
	public static String of(Evidence evidence) {
		Double threshold = evidence.threshold();
		String compared = (threshold != null) ? " (threshold %s)".formatted(NumberText.of(threshold, evidence.unit()))
				: "";
		return PlainText.line(
				"%s: %s%s".formatted(evidence.signal(), NumberText.of(evidence.observed(), evidence.unit()), compared));
	}

	/**
	 * Write where to look next.
	 * @param next where
	 * @return a line with the page and what it is to show
	 */
	public static String next(NextStep next) {
		String parameters = next.parameters()
			.entrySet()
			.stream()
			.sorted(Map.Entry.comparingByKey())
			.map((parameter) -> ", %s '%s'".formatted(parameter.getKey(), parameter.getValue()))
			.collect(Collectors.joining());
		return PlainText.line("%s (page '%s'%s)".formatted(next.title(), next.page(), parameters));
	}

	static String undecided(Diagnosis.Undecided undecided) {
		Judgement.Undecided open = undecided.judgement();
		String run = (open.runFor() != null) ? "; run it for %d s more under load".formatted(open.runFor().toSeconds())
				: "";
		return PlainText.line("%s: %s%s".formatted(undecided.title(), open.lacks(), run));
	}

	static String passed(Diagnosis.Passed passed) {
		String evidence = passed.evidence().stream().limit(1).map((first) -> ": " + of(first)).findAny().orElse("");
		return PlainText.line(passed.title() + evidence);
	}

	/**
	 * Write a part of time.
	 * @param span the part
	 * @return start and end, to the second
	 */
	public static String time(TimeSpan span) {
		return "%s to %s".formatted(span.from().truncatedTo(ChronoUnit.SECONDS),
				span.to().truncatedTo(ChronoUnit.SECONDS));
	}

	/**
	 * Write when the application worked.
	 * @param diagnosis what the rules say
	 * @return a line
	 */
	public static String load(Diagnosis diagnosis) {
		TimeSpan load = diagnosis.load();
		return (load != null) ? "under load for %d s from %s".formatted(load.length().toSeconds(),
				load.from().truncatedTo(ChronoUnit.SECONDS)) : "idle";
	}

}
