package io.github.heapwise.diagnosis.rule;

import java.time.Duration;
import java.util.Map;

import io.github.heapwise.diagnosis.Evidence;
import io.github.heapwise.diagnosis.Judgement;
import io.github.heapwise.diagnosis.NextStep;
import io.github.heapwise.diagnosis.Series;
import io.github.heapwise.diagnosis.Severity;
import io.github.heapwise.diagnosis.Signals;
import io.github.heapwise.diagnosis.Trends;
import io.github.heapwise.diagnosis.rule.MemoryThresholds.Growth;

/**
 * Looks for files and connections that are opened and never closed.
 */
final class FilesGrow extends GrowthRule {

	FilesGrow(Growth growth, Duration warmUp) {
		super("files-grow", "Open files grow", growth, warmUp, "count");
	}

	@Override
	Series series(Trends trends) {
		return trends.openFiles();
	}

	@Override
	double usedRatio(Signals signals) {
		return signals.trends().openFilesRatio().last();
	}

	@Override
	Series usedRatios(Signals signals) {
		return signals.trends().openFilesRatio();
	}

	@Override
	Judgement grows(Signals signals, Rise rise, Evidence evidence) {
		return draft(Severity.WARNING,
				"%d more files and connections are open than %s ago: %d now, and they stay open".formatted(
						Math.round(rise.amount()), Quantity.length(rise.span().length()), Math.round(rise.last())))
			.evidence(evidence)
			.found("file-leak", next());
	}

	@Override
	Judgement nearLimit(Signals signals, Evidence evidence) {
		return draft(Severity.CRITICAL, "%s of the files and connections the process may open are open"
			.formatted(Quantity.percent(evidence.observed()))).evidence(evidence).found("file-leak", next());
	}

	private static FindingDraft draft(Severity severity, String title) {
		return FindingDraft.of(severity, FindingDraft.CAUSE, title)
			.advice("List what is open, such as with 'lsof -p' or in '/proc/<pid>/fd': the names mostly tell who opened it.",
					"Open files, streams and responses of HTTP clients in a 'try' that closes them; also those of 'Files.lines' and 'Files.list'.",
					"It helped when the number of open files stays level under the same load.");
	}

	private static NextStep next() {
		return new NextStep("Take a heap dump and look who holds streams and channels", "heapdumps", Map.of());
	}

}
