package io.github.heapwise.diagnosis.report;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

import io.github.heapwise.diagnosis.Diagnosis;
import io.github.heapwise.diagnosis.Evidence;
import io.github.heapwise.diagnosis.EvidenceText;
import io.github.heapwise.diagnosis.Explanation;
import io.github.heapwise.diagnosis.Finding;
import io.github.heapwise.diagnosis.NumberText;
import org.jspecify.annotations.Nullable;

/**
 * The part of a report that is about one finding.
 *
 * @param diagnosis what all rules say
 * @param number number of the finding, from 1 on
 */
record FindingSection(Diagnosis diagnosis, int number) {

	Html html(Diagnosis.Found found) {
		Finding finding = found.finding();
		return Template.named("finding")
			.with("severity", finding.severity().name().toLowerCase(Locale.ROOT))
			.with("confidence", finding.confidence().name().toLowerCase(Locale.ROOT))
			.with("rule", found.rule())
			.with("title", finding.title())
			.with("numbers", finding.evidence().stream().map(FindingSection::row).collect(Html.joined()))
			.with("charts", charts(finding.evidence()))
			.with("advice", advice(finding.advice()))
			.with("next", EvidenceText.next(finding.next()))
			.with("explanation", explanation(Explanation.of(finding.explanation())))
			.fill();
	}

	private static Html row(Evidence evidence) {
		return Template.named("number")
			.with("signal", evidence.signal())
			.with("observed", NumberText.of(evidence.observed(), evidence.unit()))
			.with("threshold",
					(evidence.threshold() != null) ? NumberText.of(evidence.threshold(), evidence.unit()) : "")
			.with("time", EvidenceText.time(evidence.span()))
			.fill();
	}

	private Html charts(List<Evidence> evidence) {
		return IntStream.range(0, evidence.size())
			.filter((i) -> EvidenceChart.isDrawable(evidence.get(i)))
			.mapToObj((i) -> chart(evidence.get(i), "breach-%d-%d".formatted(this.number, i + 1)))
			.collect(Html.joined());
	}

	private Html chart(Evidence evidence, String id) {
		EvidenceChart chart = new EvidenceChart(evidence, this.diagnosis.load(), id);
		return Template.named("chart").with("caption", chart.title()).with("chart", chart.svg()).fill();
	}

	private static Html advice(List<String> advice) {
		return advice.stream().map((each) -> Template.named("advice").with("text", each).fill()).collect(Html.joined());
	}

	private static Html explanation(@Nullable Explanation explanation) {
		return (explanation != null) ? Template.named("explanation")
			.with("title", explanation.title())
			.with("text", Prose.of(explanation.markdown()))
			.fill() : Html.NONE;
	}

}
