package io.github.heapwise.diagnosis;

import java.util.List;
import java.util.function.Function;

/**
 * Writes a diagnosis for a terminal: at most 80 columns, but for words that are longer.
 */
public final class DiagnosisText {

	private static final int COLUMNS = 80;

	private static final String INDENT = "  ";

	private final StringBuilder text = new StringBuilder(2048);

	private DiagnosisText() {
	}

	/**
	 * Write it.
	 * @param diagnosis what the rules say
	 * @return lines, each with a line feed at its end
	 */
	public static String of(Diagnosis diagnosis) {
		DiagnosisText text = new DiagnosisText();
		text.wrap("", "Heapwise, " + EvidenceText.time(diagnosis.window()));
		text.wrap("", EvidenceText.load(diagnosis));
		text.endLine().wrap("", PlainText.line(diagnosis.verdict()));
		diagnosis.findings().forEach(text::finding);
		text.list("Looked for, not found", diagnosis.passed(), EvidenceText::passed);
		text.list("Cannot tell", diagnosis.undecided(), EvidenceText::undecided);
		return text.text.toString();
	}

	private void finding(Diagnosis.Found found) {
		Finding finding = found.finding();
		endLine().wrap("", "%s %s".formatted(finding.severity(), PlainText.line(finding.title())));
		wrap(INDENT, "rule %s, explained as %s, confidence %s".formatted(PlainText.line(found.rule()),
				PlainText.line(finding.explanation()), finding.confidence()));
		finding.evidence().forEach((evidence) -> wrap(INDENT + "= ", EvidenceText.of(evidence)));
		finding.advice().forEach((advice) -> wrap(INDENT + "> ", PlainText.line(advice)));
		wrap(INDENT, "Next: " + EvidenceText.next(finding.next()));
	}

	private <T> void list(String title, List<T> items, Function<T, String> line) {
		if (!items.isEmpty()) {
			endLine().wrap("", "%s (%d)".formatted(title, items.size()));
			items.forEach((item) -> wrap(INDENT + "- ", line.apply(item)));
		}
	}

	private void wrap(String prefix, String line) {
		String indent = prefix.isEmpty() ? INDENT : " ".repeat(prefix.length());
		StringBuilder row = new StringBuilder(prefix);
		String gap = "";
		for (String word : line.split(" +")) {
			if (!gap.isEmpty() && row.length() + 1 + word.length() > COLUMNS) {
				this.text.append(row).append('\n');
				row = new StringBuilder(indent);
				gap = "";
			}
			row.append(gap).append(word);
			gap = " ";
		}
		this.text.append(row).append('\n');
	}

	private DiagnosisText endLine() {
		this.text.append('\n');
		return this;
	}

}
