package io.github.heapwise.diagnosis.rule;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

import io.github.heapwise.diagnosis.Confidence;
import io.github.heapwise.diagnosis.Evidence;
import io.github.heapwise.diagnosis.Finding;
import io.github.heapwise.diagnosis.Judgement;
import io.github.heapwise.diagnosis.NextStep;
import io.github.heapwise.diagnosis.Severity;

/**
 * Puts a finding together. A cause gets a higher impact than what follows from it: a leak
 * also fills the heap and keeps the collector busy, and is to be read first.
 */
final class FindingDraft {

	/** What makes other things go wrong. */
	static final double CAUSE = 0.9;

	/** What has causes, and effects. */
	static final double MECHANISM = 0.6;

	/** What is only the effect of something else. */
	static final double EFFECT = 0.3;

	private final Severity severity;

	private final double impact;

	private final String title;

	private final List<Evidence> evidence = new ArrayList<>();

	private final List<String> advice = new ArrayList<>();

	private Confidence confidence = Confidence.HIGH;

	private FindingDraft(Severity severity, double impact, String title) {
		this.severity = severity;
		this.impact = impact;
		this.title = title;
	}

	static FindingDraft of(Severity severity, double impact, String title) {
		return new FindingDraft(severity, impact, title);
	}

	FindingDraft confidence(Confidence howFar) {
		this.confidence = howFar;
		return this;
	}

	FindingDraft evidence(Evidence... numbers) {
		Collections.addAll(this.evidence, numbers);
		return this;
	}

	FindingDraft advice(String... sentences) {
		Collections.addAll(this.advice, sentences);
		return this;
	}

	Judgement found(String explanation, NextStep next) {
		return Judgement.found(new Finding(this.title, this.severity, this.confidence, this.impact, this.evidence,
				this.advice, explanation, next));
	}

	/**
	 * Put it together with the page of the collector as what to look at next.
	 * @param explanation id of the text that explains it
	 * @param linkTitle what is to be seen on that page
	 * @return the judgement
	 */
	Judgement foundInCollections(String explanation, String linkTitle) {
		return found(explanation, new NextStep(linkTitle, "gc", Map.of()));
	}

}
