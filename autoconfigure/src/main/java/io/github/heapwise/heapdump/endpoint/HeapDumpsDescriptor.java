package io.github.heapwise.heapdump.endpoint;

import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Objects;

import io.github.heapwise.heapdump.DumpEstimate;
import io.github.heapwise.heapdump.DumpFacts;
import io.github.heapwise.heapdump.HeapDump;
import io.github.heapwise.heapdump.HeapDumpAnalyses;
import io.github.heapwise.heapdump.HeapDumps;

import org.springframework.boot.actuate.endpoint.OperationResponseBody;

/**
 * All dumps, and what one more would cost, as JSON.
 *
 * @param dumps the dumps, the newest first
 * @param estimate what a dump would cost now
 * @param liveEstimate what a dump of reachable objects only would cost now
 * @param rawDownload whether dumps may be downloaded with the values in them
 * @param showValues whether analyses show texts and primitives
 * @param redactedAtCapture whether values never reach the disk
 * @param triggers everything that may ask for a dump
 * @param store what is kept, and how much of it at most
 */
public record HeapDumpsDescriptor(List<HeapDumpDescriptor> dumps, DumpEstimate estimate, DumpEstimate liveEstimate,
		boolean rawDownload, boolean showValues, boolean redactedAtCapture, List<TriggerDescriptor> triggers,
		Store store) implements OperationResponseBody {

	static HeapDumpsDescriptor of(HeapDumps dumps, HeapDumpAnalyses analyses, HeapDumpPolicy policy) {
		List<HeapDump> all = dumps.all();
		return new HeapDumpsDescriptor(describe(all, analyses), dumps.estimate(false), dumps.estimate(true),
				policy.rawDownload(), policy.showValues(), policy.redactedAtCapture(), policy.triggers(),
				Store.of(all, indexBytes(all, analyses), policy.limits()));
	}

	private static List<HeapDumpDescriptor> describe(List<HeapDump> dumps, HeapDumpAnalyses analyses) {
		return dumps.stream().map((dump) -> HeapDumpDescriptor.of(dump, analyses.analysis(dump.id()))).toList();
	}

	private static long indexBytes(List<HeapDump> dumps, HeapDumpAnalyses analyses) {
		return dumps.stream().mapToLong((dump) -> analyses.analysis(dump.id()).indexBytes()).sum();
	}

	/**
	 * What is kept, and how much of it at most.
	 *
	 * @param dumps number of dumps that are there
	 * @param bytes their size together, with what their analyses keep
	 * @param maxDumps how many are kept
	 * @param maxBytes how many bytes are kept
	 * @param maxAgeMillis how long they are kept
	 */
	public record Store(long dumps, long bytes, int maxDumps, long maxBytes, long maxAgeMillis) {

		static Store of(List<HeapDump> all, long indexBytes, HeapDumpPolicy.StoreLimits limits) {
			LongSummaryStatistics sizes = all.stream()
				.map(HeapDump::facts)
				.filter(Objects::nonNull)
				.mapToLong(DumpFacts::sizeBytes)
				.summaryStatistics();
			return new Store(sizes.getCount(), sizes.getSum() + indexBytes, limits.dumps(), limits.bytes(),
					limits.ageMillis());
		}

	}

}
