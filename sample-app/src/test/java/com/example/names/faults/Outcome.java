package com.example.names.faults;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * What the diagnosis of an application said.
 *
 * @param loaded how long the load had lasted
 * @param findings what it found, the worst first
 * @param passed rules that found nothing
 * @param undecided rules that could not tell, with the reason
 */
record Outcome(Duration loaded, List<Finding> findings, List<String> passed, Map<String, String> undecided) {

	/**
	 * Ask an application.
	 * @param variant the application
	 * @param loaded how long the load has lasted
	 * @return what its diagnosis says
	 */
	static Outcome of(RunningVariant variant, Duration loaded) {
		Map<String, List<Map<String, Object>>> diagnosis = variant.read("memory/diagnosis", "$");
		return new Outcome(loaded, diagnosis.get("findings").stream().map(Finding::of).toList(),
				diagnosis.get("passed").stream().map((rule) -> text(rule, "id")).toList(),
				diagnosis.get("undecided")
					.stream()
					.collect(Collectors.toMap((rule) -> text(rule, "id"), (rule) -> text(rule, "reason"))));
	}

	Outcome after(Duration earlier) {
		return new Outcome(this.loaded.plus(earlier), this.findings, this.passed, this.undecided);
	}

	/**
	 * Return the first finding that is more than good to know.
	 * @return the finding, {@code null} if there is none
	 */
	@Nullable Finding problem() {
		return this.findings.stream().filter(Finding::isProblem).findFirst().orElse(null);
	}

	Set<String> rules() {
		return Stream
			.of(this.findings.stream().map(Finding::rule), this.passed.stream(), this.undecided.keySet().stream())
			.flatMap((rules) -> rules)
			.collect(Collectors.toSet());
	}

	private static String text(Map<String, Object> object, String field) {
		return String.valueOf(object.get(field));
	}

	/**
	 * Something that it found.
	 *
	 * @param rule which rule did
	 * @param severity how much it matters
	 * @param title what it is
	 */
	record Finding(String rule, String severity, String title) {

		private static Finding of(Map<String, Object> finding) {
			return new Finding(text(finding, "id"), text(finding, "severity"), text(finding, "title"));
		}

		boolean isProblem() {
			return !this.severity.equals("info");
		}

	}

}
