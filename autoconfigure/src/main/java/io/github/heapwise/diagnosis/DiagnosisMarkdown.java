package io.github.heapwise.diagnosis;

import java.util.List;
import java.util.function.Function;

/**
 * Writes a diagnosis as Markdown for a ticket. What rules say is text there, whatever it
 * looks like: it makes no links, tables or mentions.
 */
public final class DiagnosisMarkdown {

	private static final String SPECIAL = "\\`*_[]#|~";

	private final StringBuilder text = new StringBuilder(4096);

	private DiagnosisMarkdown() {
	}

	/**
	 * Write it.
	 * @param diagnosis what the rules say
	 * @return lines, each with a line feed at its end
	 */
	public static String of(Diagnosis diagnosis) {
		DiagnosisMarkdown text = new DiagnosisMarkdown();
		text.line("# Heapwise: " + escaped(diagnosis.verdict())).line("");
		text.line("%s, %s".formatted(EvidenceText.time(diagnosis.window()), EvidenceText.load(diagnosis)));
		diagnosis.findings().forEach(text::finding);
		text.list("Looked for, not found", diagnosis.passed(), EvidenceText::passed);
		text.list("Cannot tell", diagnosis.undecided(), EvidenceText::undecided);
		return text.text.toString();
	}

	private void finding(Diagnosis.Found found) {
		Finding finding = found.finding();
		line("").line("## %s: %s".formatted(finding.severity(), escaped(finding.title()))).line("");
		line("Rule %s, confidence %s".formatted(escaped(found.rule()), finding.confidence()));
		evidence(finding.evidence());
		line("").line("What to do:").line("");
		finding.advice().forEach((advice) -> line("- " + escaped(advice)));
		line("- Next: " + escaped(EvidenceText.next(finding.next())));
	}

	private void evidence(List<Evidence> evidence) {
		if (!evidence.isEmpty()) {
			line("").line("| evidence | observed | threshold | from | to |").line("|---|---:|---:|---|---|");
			evidence.forEach(this::row);
		}
	}

	private void row(Evidence evidence) {
		Double threshold = evidence.threshold();
		line("| %s | %s | %s | %s | %s |".formatted(escaped(evidence.signal()),
				NumberText.of(evidence.observed(), evidence.unit()),
				(threshold != null) ? NumberText.of(threshold, evidence.unit()) : "", evidence.span().from(),
				evidence.span().to()));
	}

	private <T> void list(String title, List<T> items, Function<T, String> item) {
		if (!items.isEmpty()) {
			line("").line("## %s (%d)".formatted(title, items.size())).line("");
			items.forEach((each) -> line("- " + escaped(item.apply(each))));
		}
	}

	private static String escaped(String text) {
		StringBuilder escaped = new StringBuilder();
		PlainText.line(text).codePoints().forEach((codePoint) -> escape(codePoint, escaped));
		return escaped.toString();
	}

	private static void escape(int codePoint, StringBuilder escaped) {
		switch (codePoint) {
			case '<' -> escaped.append("&lt;");
			case '>' -> escaped.append("&gt;");
			case '&' -> escaped.append("&amp;");
			case '@' -> escaped.append("&#64;");
			default -> escaped.append((SPECIAL.indexOf(codePoint) >= 0) ? "\\" : "").appendCodePoint(codePoint);
		}
	}

	private DiagnosisMarkdown line(String line) {
		this.text.append(line).append('\n');
		return this;
	}

}
