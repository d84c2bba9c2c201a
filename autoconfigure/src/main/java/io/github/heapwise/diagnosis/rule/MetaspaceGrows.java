package io.github.heapwise.diagnosis.rule;

import java.time.Duration;

import io.github.heapwise.diagnosis.DumpSignal;
import io.github.heapwise.diagnosis.Evidence;
import io.github.heapwise.diagnosis.Judgement;
import io.github.heapwise.diagnosis.NumberText;
import io.github.heapwise.diagnosis.Series;
import io.github.heapwise.diagnosis.Severity;
import io.github.heapwise.diagnosis.Signals;
import io.github.heapwise.diagnosis.Trends;
import io.github.heapwise.diagnosis.rule.MemoryThresholds.Growth;

/**
 * Looks for classes that are loaded again and again, and never let go.
 */
final class MetaspaceGrows extends GrowthRule {

	MetaspaceGrows(Growth growth, Duration warmUp) {
		super("metaspace-grows", "Metaspace grows", growth, warmUp, "bytes");
	}

	@Override
	Series series(Trends trends) {
		return trends.metaspaceBytes();
	}

	@Override
	Judgement grows(Signals signals, Rise rise, Evidence evidence) {
		Rise classes = Rise.of(signals.trends().loadedClasses().within(rise.span()));
		String more = (classes != null && classes.amount() >= 1)
				? "%d more classes are loaded than before, and stay".formatted(Math.round(classes.amount()))
				: "what was loaded stays";
		DumpHolder holder = DumpHolder.of(signals, "all class loaders of the kind there are most of",
				DumpSignal::classLoaders);
		FindingDraft draft = FindingDraft
			.of(Severity.WARNING, FindingDraft.CAUSE,
					"Metaspace grows by %s a minute: %s%s".formatted(NumberText.flow(rise.perMinute()), more,
							holder.countClause()))
			.evidence(evidence)
			.evidence(holder.evidence());
		if (classes != null) {
			draft
				.evidence(new Evidence("Loaded classes", classes.last(), null, "count", rise.span(), classes.series()));
		}
		return draft
			.advice("Look in a heap dump for class loaders of the same kind: each is held by one of its objects.",
					"Create proxies, scripts, serializers and class loaders once and keep them, not for each request.",
					"It helped when the number of loaded classes stays level under the same load.")
			.found("class-loader-leak", holder.next("Take a heap dump and look at its class loaders"));
	}

}
