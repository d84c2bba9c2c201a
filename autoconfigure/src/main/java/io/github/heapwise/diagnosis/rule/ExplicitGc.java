package io.github.heapwise.diagnosis.rule;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.github.heapwise.diagnosis.CollectionSignal;
import io.github.heapwise.diagnosis.CollectorTroubles;
import io.github.heapwise.diagnosis.Evidence;
import io.github.heapwise.diagnosis.Judgement;
import io.github.heapwise.diagnosis.Severity;
import io.github.heapwise.diagnosis.Signals;
import io.github.heapwise.diagnosis.rule.MemoryThresholds.Occurrences;
import org.jspecify.annotations.Nullable;

/**
 * Looks for calls of {@code System.gc()} and who makes them. Not those of Heapwise, which
 * somebody asked for, nor the one an hour of RMI.
 */
final class ExplicitGc extends NamedRule {

	private static final String OURS = "io.github.heapwise.";

	private final int least;

	ExplicitGc(Occurrences occurrences) {
		super("explicit-gc", "Calls of System.gc()");
		this.least = occurrences.explicitCalls();
	}

	@Override
	public Judgement judge(Signals signals) {
		List<CollectionSignal> collections = signals.collections().stream().filter(Causes::isExplicit).toList();
		CollectorTroubles troubles = signals.troubles();
		if (!signals.collectionsWatched() && !troubles.known()) {
			return notWatched();
		}
		Map<String, Long> callsByCaller = troubles.explicitCallers()
			.stream()
			.filter((caller) -> !caller.startsWith(OURS))
			.collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
		long calls = troubles.known() ? callsByCaller.values().stream().mapToLong(Long::longValue).sum()
				: collections.size();
		Evidence evidence = new Evidence("Calls of System.gc()", calls, (double) this.least, "count", signals.window(),
				CollectorWork.series(collections, (collection) -> collection.durationNanos() / 1e6))
			.drawnAs("Length of these collections", "ms", null);
		return (calls == 0) ? Judgement.passed(evidence) : found(calls, most(callsByCaller), collections, evidence);
	}

	private Judgement found(long calls, @Nullable String caller, List<CollectionSignal> collections,
			Evidence evidence) {
		long pausedNanos = collections.stream()
			.filter(CollectionSignal::pause)
			.mapToLong(CollectionSignal::durationNanos)
			.sum();
		String stood = (pausedNanos > 0) ? ": the application stood still for " + Quantity.millis(pausedNanos) : "";
		String who = (caller != null) ? ", mostly by '" + caller + "'" : "";
		return FindingDraft
			.of((calls >= this.least) ? Severity.WARNING : Severity.INFO, FindingDraft.CAUSE,
					"System.gc() is called %s in %s%s%s".formatted(Quantity.count(calls, "time"),
							Quantity.length(evidence.span().length()), who, stood))
			.evidence(evidence,
					new Evidence("Time in these collections", pausedNanos / 1e6, null, "ms", evidence.span(), null))
			.advice("Remove the call: the collector knows better when to run.",
					"If it is in a library, '-XX:+ExplicitGCInvokesConcurrent' makes it harmless with G1, and '-XX:+DisableExplicitGC' ignores it; direct buffers then are freed later.",
					"It helped when no collection has the cause 'System.gc()' any more.")
			.foundInCollections("explicit-gc", "See these collections");
	}

	private static @Nullable String most(Map<String, Long> callsByCaller) {
		return callsByCaller.entrySet()
			.stream()
			.max(Map.Entry.<String, Long>comparingByValue()
				.thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
			.map(Map.Entry::getKey)
			.orElse(null);
	}

}
