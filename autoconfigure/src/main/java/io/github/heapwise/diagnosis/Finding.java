package io.github.heapwise.diagnosis;

import java.util.List;

/**
 * Something that is wrong.
 *
 * @param title what it is, in a sentence that names the function, route, class or thread
 * where one is known
 * @param severity how much it matters
 * @param confidence how far to believe it
 * @param impact how bad it is compared with others of the same severity, from 0 to 1
 * @param evidence the numbers behind it, the telling one first
 * @param advice what to do, the most promising first, a sentence each
 * @param explanation id of the text that explains it at length, such as {@code leak}
 * @param next where to look next
 */
public record Finding(String title, Severity severity, Confidence confidence, double impact, List<Evidence> evidence,
		List<String> advice, String explanation, NextStep next) {

	public Finding {
		evidence = List.copyOf(evidence);
		advice = List.copyOf(advice);
	}

}
