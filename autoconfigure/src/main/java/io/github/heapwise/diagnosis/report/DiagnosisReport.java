package io.github.heapwise.diagnosis.report;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;

import io.github.heapwise.calltree.CallTree;
import io.github.heapwise.diagnosis.Diagnosis;
import io.github.heapwise.diagnosis.EvidenceText;
import io.github.heapwise.diagnosis.Judgement;
import io.github.heapwise.diagnosis.NumberText;
import io.github.heapwise.diagnosis.TimeSpan;

/**
 * Writes a diagnosis as one HTML file that needs neither network nor script. The
 * document's policy names its style sheet by its hash, so nothing else in it has any
 * effect. Some milliseconds of CPU time, and some 100 KB.
 */
public final class DiagnosisReport {

	private final ApplicationFacts application;

	private final JudgedAllocations allocations;

	/**
	 * Create reports.
	 * @param application what is reported on
	 * @param allocations where it allocates
	 */
	public DiagnosisReport(ApplicationFacts application, JudgedAllocations allocations) {
		this.application = application;
		this.allocations = allocations;
	}

	/**
	 * Write a report.
	 * @param diagnosis what the rules say
	 * @return the document
	 */
	public String of(Diagnosis diagnosis) {
		String style = "\n" + Template.read("css/tokens.css") + Template.read("report.css");
		return Template.named("report")
			.with("styleHash", new Html(hash(style)))
			.with("style", new Html(style))
			.with("name", this.application.name())
			.with("time", EvidenceText.time(diagnosis.window()))
			.with("load", EvidenceText.load(diagnosis))
			.with("verdict", diagnosis.verdict())
			.with("facts", facts())
			.with("findings", findings(diagnosis))
			.with("allocations", allocations(diagnosis))
			.with("passed", passed(diagnosis.passed()))
			.with("undecided", undecided(diagnosis.undecided()))
			.fill()
			.markup() + "\n";
	}

	private Html facts() {
		return List
			.of(fact("Process", String.valueOf(this.application.pid())),
					fact("Started", this.application.started().toString()), fact("JVM", this.application.jvm()),
					fact("System", this.application.operatingSystem()),
					fact("Processors", String.valueOf(this.application.processors())),
					fact("Collector", this.application.collector()),
					fact("Largest heap", NumberText.size(this.application.heapMaxBytes())))
			.stream()
			.collect(Html.joined());
	}

	private static Html fact(String name, String value) {
		return Template.named("fact").with("name", name).with("value", value).fill();
	}

	private static Html findings(Diagnosis diagnosis) {
		return IntStream.range(0, diagnosis.findings().size())
			.mapToObj((i) -> new FindingSection(diagnosis, i + 1).html(diagnosis.findings().get(i)))
			.collect(Html.joined());
	}

	private Html allocations(Diagnosis diagnosis) {
		TimeSpan judged = (diagnosis.load() != null) ? diagnosis.load() : diagnosis.window();
		CallTree tree = this.allocations.in(judged);
		return (tree != null && tree.totalBytes(0) > 0) ? Template.named("allocations")
			.with("time", EvidenceText.time(judged))
			.with("total", NumberText.flow(tree.totalBytes(0)))
			.with("graph", FlameGraphSvg.of(tree))
			.fill() : Html.NONE;
	}

	private static Html passed(List<Diagnosis.Passed> passed) {
		return passed.isEmpty() ? Html.NONE
				: Template.named("passed")
					.with("count", String.valueOf(passed.size()))
					.with("rows", passed.stream().map(DiagnosisReport::row).collect(Html.joined()))
					.fill();
	}

	private static Html row(Diagnosis.Passed passed) {
		return Template.named("row")
			.with("title", passed.title())
			.with("id", passed.rule())
			.with("text", lines(passed.evidence().stream().map(EvidenceText::of).toList()))
			.fill();
	}

	private static Html undecided(List<Diagnosis.Undecided> undecided) {
		return undecided.isEmpty() ? Html.NONE
				: Template.named("undecided")
					.with("count", String.valueOf(undecided.size()))
					.with("rows", undecided.stream().map(DiagnosisReport::row).collect(Html.joined()))
					.fill();
	}

	private static Html row(Diagnosis.Undecided undecided) {
		Judgement.Undecided judgement = undecided.judgement();
		String run = (judgement.runFor() != null)
				? "Run it for %d s more under load".formatted(judgement.runFor().toSeconds()) : "";
		return Template.named("row")
			.with("title", undecided.title())
			.with("id", undecided.rule())
			.with("text", lines(List.of(judgement.lacks(), run)))
			.fill();
	}

	private static Html lines(List<String> lines) {
		return lines.stream()
			.filter((line) -> !line.isEmpty())
			.map((line) -> Template.named("line").with("text", line).fill())
			.collect(Html.joined());
	}

	// as a Content-Security-Policy names an inline element
	private static String hash(String style) {
		try {
			byte[] digest = MessageDigest.getInstance("SHA-256").digest(style.getBytes(StandardCharsets.UTF_8));
			return "sha256-" + Base64.getEncoder().encodeToString(digest);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every JVM has SHA-256", ex);
		}
	}

}
