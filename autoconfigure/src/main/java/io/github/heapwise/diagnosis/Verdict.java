package io.github.heapwise.diagnosis;

import java.util.List;

/**
 * Says in one sentence how the application is.
 */
final class Verdict {

	private Verdict() {
	}

	static String of(List<Diagnosis.Found> found, int passed, int undecided, boolean load) {
		List<Diagnosis.Found> problems = found.stream()
			.filter((finding) -> finding.finding().severity() != Severity.INFO)
			.toList();
		if (!problems.isEmpty()) {
			String more = (problems.size() > 1) ? ", and %d more".formatted(problems.size() - 1) : "";
			return problems.get(0).finding().title() + more;
		}
		String checks = "%d %s found nothing wrong".formatted(passed, (passed == 1) ? "rule" : "rules");
		String open = (undecided > 0) ? ", %d lack data".formatted(undecided) : "";
		return checks + open + (load ? "" : ". The application was idle: judge it under load");
	}

}
