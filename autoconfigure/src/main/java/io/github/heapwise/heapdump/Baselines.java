package io.github.heapwise.heapdump;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * Finds dumps that another one can be compared with: those that have been analysed.
 */
public final class Baselines {

	private final HeapDumps dumps;

	private final HeapDumpAnalyses analyses;

	/**
	 * Create a new instance.
	 * @param dumps all dumps
	 * @param analyses knows which of them have been analysed
	 */
	public Baselines(HeapDumps dumps, HeapDumpAnalyses analyses) {
		this.dumps = dumps;
		this.analyses = analyses;
	}

	/**
	 * Return all dumps that a dump can be compared with.
	 * @param dump the dump
	 * @return ids of the others that have been analysed, the newest first
	 */
	public List<String> of(HeapDump dump) {
		return analysed().map(HeapDump::id).filter((id) -> !id.equals(dump.id())).toList();
	}

	/**
	 * Return what a dump is compared with unless somebody says otherwise.
	 * @param dump the dump
	 * @return id of the latest earlier one of the same application, if there is any
	 */
	public Optional<String> latestBefore(HeapDump dump) {
		DumpFacts facts = dump.facts();
		if (facts == null) {
			return Optional.empty();
		}
		return analysed().filter((other) -> isEarlier(other.facts(), facts))
			.max(Comparator.comparing(Baselines::time))
			.map(HeapDump::id);
	}

	private Stream<HeapDump> analysed() {
		return this.dumps.all()
			.stream()
			.filter((dump) -> this.analyses.analysis(dump.id()).state() == DumpAnalysis.State.DONE);
	}

	private static boolean isEarlier(@Nullable DumpFacts other, DumpFacts facts) {
		return other != null && other.application().equals(facts.application()) && other.time().isBefore(facts.time());
	}

	private static Instant time(HeapDump dump) {
		DumpFacts facts = dump.facts();
		return (facts != null) ? facts.time() : Instant.MIN;
	}

}
