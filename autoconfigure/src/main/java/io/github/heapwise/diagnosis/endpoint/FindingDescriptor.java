package io.github.heapwise.diagnosis.endpoint;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.github.heapwise.diagnosis.Diagnosis;
import io.github.heapwise.diagnosis.Explanation;
import io.github.heapwise.diagnosis.Finding;
import io.github.heapwise.diagnosis.NextStep;
import org.jspecify.annotations.Nullable;

/**
 * Something that is wrong, as JSON.
 *
 * @param id id of the rule that found it
 * @param title what it is, in a sentence
 * @param severity how much it matters: {@code critical}, {@code warning} or {@code info}
 * @param confidence how far to believe it: {@code low}, {@code medium} or {@code high}
 * @param evidence the numbers behind it, the telling one first
 * @param advice what to do, a sentence each
 * @param explanation the text that explains it at length
 * @param next where to look next
 */
public record FindingDescriptor(String id, String title, String severity, String confidence,
		List<EvidenceDescriptor> evidence, List<String> advice, ExplanationDescriptor explanation, Next next) {

	static FindingDescriptor of(Diagnosis.Found found, NextLinks links) {
		Finding finding = found.finding();
		return new FindingDescriptor(found.rule(), finding.title(), word(finding.severity()),
				word(finding.confidence()), EvidenceDescriptor.of(finding.evidence()), finding.advice(),
				ExplanationDescriptor.of(finding.explanation()), Next.of(finding.next(), links));
	}

	static String word(Enum<?> constant) {
		return constant.name().toLowerCase(Locale.ROOT);
	}

	/**
	 * A text that explains a finding.
	 *
	 * @param id its id
	 * @param title its heading, {@code null} for a text that does not come with Heapwise
	 * @param markdown the text below the heading, likewise
	 */
	public record ExplanationDescriptor(String id, @Nullable String title, @Nullable String markdown) {

		static ExplanationDescriptor of(String id) {
			Explanation explanation = Explanation.of(id);
			return (explanation != null) ? new ExplanationDescriptor(id, explanation.title(), explanation.markdown())
					: new ExplanationDescriptor(id, null, null);
		}

	}

	/**
	 * Where to look next.
	 *
	 * @param title what is to be seen there
	 * @param url URL of the page relative to that of the diagnosis, {@code null} where
	 * the pages are not exposed
	 * @param page id of the page
	 * @param parameters what the page is to show, by name
	 */
	public record Next(String title, @Nullable String url, String page, Map<String, String> parameters) {

		static Next of(NextStep next, NextLinks links) {
			return new Next(next.title(), links.url(next), next.page(), next.parameters());
		}

	}

}
