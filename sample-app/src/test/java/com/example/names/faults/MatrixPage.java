package com.example.names.faults;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The matrix as a page of the documentation.
 */
final class MatrixPage {

	private static final String NOTHING = "nothing";

	private static final Pattern FIRST = Pattern
		.compile("(?m)^\\| (\\d\\d-[^|]+?) \\| [^|]+ \\| `?([a-z-]+)`? \\| .*\\|$");

	private static final String HEAD = """
			# What the diagnosis finds

			Each fault of the sample under load, and applications without one. Written by `DiagnosisMatrix`, which fails where another finding comes first, where that of a fault is less than a warning or names something else, and where anything but `nothing` is found in a healthy application:

			```shell
			mvn verify -pl sample-app -am -Dtest=NoSuch -Dsurefire.failIfNoSpecifiedTests=false \\
				-Dfailsafe.failIfNoSpecifiedTests=false -Dit.test=DiagnosisMatrix -Dmatrix.write=true
			```

			Every application has a JVM of its own with 512 MB of heap, G1 and the C1 compiler alone, which warms up sooner, unless said otherwise. Several run at a time, as far as they leave each other the processors. `after` is for how long there had been load when the finding came first: 30 seconds do for all rules but those of growth. These look back for three minutes after the warm-up, here for as long as `over` says; memory that grows shows after at least two minutes with collections, and who allocated it a minute later. An application whose finding does not come first gets up to a minute more.

			Who holds the memory no rule can know without a heap dump. Where the finding says so, one was taken then, as it advises.

			| application | load | first finding | after | as it reads |
			|---|---|---|---|---|
			""";

	private static final String LEGEND = """

			## By rule

			`1` comes first, `!` is another warning or worse, `i` is good to know, `?` could not be told, and nothing is nothing. What comes after the first differs a little from run to run.

			""";

	private MatrixPage() {
	}

	/**
	 * Write it.
	 * @param outcomes what the diagnosis said of each case
	 * @return Markdown
	 */
	static String of(Map<Case, Outcome> outcomes) {
		StringBuilder page = new StringBuilder(HEAD);
		outcomes.forEach((which, outcome) -> page.append(row(which, outcome)));
		page.append(LEGEND);
		List<String> labels = outcomes.keySet().stream().map(Case::label).toList();
		page.append(line("rule", labels)).append("|---").append("|:-:".repeat(labels.size())).append("|\n");
		for (String rule : rules(outcomes)) {
			page.append(
					line("`" + rule + "`", outcomes.values().stream().map((outcome) -> cell(rule, outcome)).toList()));
		}
		return page.toString();
	}

	/**
	 * Read from a page which rule comes first for each case.
	 * @param page Markdown
	 * @return rules by name of the case
	 */
	static Map<String, String> first(String page) {
		Map<String, String> first = new LinkedHashMap<>();
		Matcher row = FIRST.matcher(page);
		while (row.find()) {
			first.put(row.group(1), row.group(2));
		}
		return first;
	}

	/**
	 * Return which rule came first.
	 * @param outcome what the diagnosis said
	 * @return the rule
	 */
	static String first(Outcome outcome) {
		Outcome.Finding problem = outcome.problem();
		return (problem != null) ? problem.rule() : NOTHING;
	}

	private static String row(Case which, Outcome outcome) {
		Outcome.Finding problem = outcome.problem();
		return (problem != null)
				? "| %s | %s | `%s` | %d s | %s |\n".formatted(which, which.conditions(), problem.rule(),
						outcome.loaded().toSeconds(), problem.title().replace("|", "\\|"))
				: "| %s | %s | %s | | |\n".formatted(which, which.conditions(), NOTHING);
	}

	private static TreeSet<String> rules(Map<Case, Outcome> outcomes) {
		return outcomes.values()
			.stream()
			.flatMap((outcome) -> outcome.rules().stream())
			.collect(Collectors.toCollection(TreeSet::new));
	}

	private static String cell(String rule, Outcome outcome) {
		Outcome.Finding finding = outcome.findings()
			.stream()
			.filter((found) -> found.rule().equals(rule))
			.findFirst()
			.orElse(null);
		if (finding == null) {
			return outcome.undecided().containsKey(rule) ? "?" : "";
		}
		return finding.isProblem() ? finding.equals(outcome.problem()) ? "1" : "!" : "i";
	}

	private static String line(String first, List<String> others) {
		return others.stream().collect(Collectors.joining(" | ", "| " + first + " | ", " |\n"));
	}

}
