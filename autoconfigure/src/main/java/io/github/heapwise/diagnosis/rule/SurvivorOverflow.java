package io.github.heapwise.diagnosis.rule;

import java.time.Duration;
import java.util.List;
import java.util.Set;

import io.github.heapwise.diagnosis.CollectionSignal;
import io.github.heapwise.diagnosis.Confidence;
import io.github.heapwise.diagnosis.Evidence;
import io.github.heapwise.diagnosis.Judgement;
import io.github.heapwise.diagnosis.NumberText;
import io.github.heapwise.diagnosis.Severity;
import io.github.heapwise.diagnosis.Signals;

/**
 * Looks for survivor spaces that are too small, so that objects get into the old
 * generation before their time. Those of G1 are always as large as what is in them.
 */
final class SurvivorOverflow extends NamedRule {

	private static final Set<String> FIXED_SPACES = Set.of("Serial", "Parallel");

	private static final int MIN_COLLECTIONS = 5;

	private static final double MOSTLY = 0.5;

	private final MemoryThresholds.Promotion thresholds;

	private final MemoryThresholds.Cost cost;

	private final CollectorWorks works;

	SurvivorOverflow(MemoryThresholds.Promotion thresholds, MemoryThresholds.Cost cost, CollectorWorks works) {
		super("survivor-overflow", "Survivor spaces overflow");
		this.thresholds = thresholds;
		this.cost = cost;
		this.works = works;
	}

	@Override
	public Judgement judge(Signals signals) {
		if (!FIXED_SPACES.contains(signals.machine().collector())) {
			return Judgement.passed();
		}
		if (!signals.collectionsWatched()) {
			return notWatched();
		}
		CollectorWork work = this.works.of(signals);
		List<CollectionSignal> young = work.of(CollectionSignal.Kind.YOUNG);
		if (!work.isEnough() || young.isEmpty()) {
			return Judgement.undecided("No collection of the young generation was seen yet", Duration.ofSeconds(30));
		}
		double full = young.stream().filter(this::isFull).count() / (double) young.size();
		Evidence evidence = new Evidence("Collections that leave the survivor space full", full, MOSTLY, "ratio",
				work.span(), CollectorWork.series(young, SurvivorOverflow::fillRatio))
			.drawnAs("Fill of the survivor space", "ratio", null);
		return (young.size() >= MIN_COLLECTIONS && full >= MOSTLY) ? found(signals, work, Promotion.of(work), evidence)
				: Judgement.passed(evidence);
	}

	private Judgement found(Signals signals, CollectorWork work, Promotion promotion, Evidence evidence) {
		boolean dieThere = promotion.diedBytes() >= MOSTLY * promotion.promotedBytes() && promotion.promotedBytes() > 0;
		return FindingDraft.of(dieThere ? work.severity(this.cost) : Severity.INFO, FindingDraft.MECHANISM + 0.2,
				"Survivor spaces are too small: %s of collections fill them, and %s a minute move on to the old generation"
					.formatted(Quantity.percent(evidence.observed()),
							NumberText.flow(work.perMinute(promotion.promotedBytes()))))
			.confidence(Confidence.MEDIUM)
			.evidence(evidence,
					new Evidence("Moved to the old generation", promotion.promotedBytes(), null, "bytes", work.span(),
							null))
			.evidence(work.costEvidence(this.cost, signals.trends().gcCpuRatio()))
			.advice("Make them larger ('-XX:SurvivorRatio=4'), or the young generation ('-XX:NewRatio=1').",
					"Hold less for the length of a request.",
					"It helped when most collections leave room in the survivor space.")
			.foundInCollections("generations", "See what collections move to the old generation");
	}

	private boolean isFull(CollectionSignal collection) {
		return fillRatio(collection) >= this.thresholds.survivorRatio();
	}

	private static double fillRatio(CollectionSignal collection) {
		Long used = collection.survivorAfterBytes();
		Long size = collection.survivorCommittedBytes();
		return (used != null && size != null && size > 0) ? (double) used / size : 0;
	}

}
