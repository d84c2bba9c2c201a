package io.github.heapwise.heapdump.endpoint;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import io.github.heapwise.heapdump.DumpAnalysis;
import io.github.heapwise.heapdump.DumpEstimate;
import io.github.heapwise.heapdump.DumpFacts;
import io.github.heapwise.heapdump.HeapDump;
import io.github.heapwise.heapgraph.HeapTotals;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.actuate.endpoint.OperationResponseBody;

/**
 * A dump, as JSON. What is known only of a finished one is missing before.
 *
 * @param id names it in URLs
 * @param state {@code queued}, {@code dumping}, {@code indexing}, {@code ready} or
 * {@code failed}
 * @param progressRatio estimated part of the work in this state that is done
 * @param trigger what asked for it: {@code http}, {@code api}, {@code threshold},
 * {@code schedule}, {@code signal} or {@code out-of-memory}
 * @param reason why
 * @param live whether garbage was collected first and unreachable objects are left out
 * @param requestedAt when it was asked for
 * @param estimate what it was expected to cost
 * @param time when the application was stopped for it
 * @param pauseMillis for how long
 * @param sizeBytes length of the file
 * @param redacted whether the file itself holds no values
 * @param failure why there is none, in a sentence
 * @param copyFailure why it is not elsewhere as well, in a sentence
 * @param heap the heap before
 * @param flags options of the JVM that sizes of objects depend on, by name
 * @param jvm name and version of the JVM
 * @param application name of the application
 * @param host name of the host
 * @param analysis how far its analysis is
 * @param totals what its analysis found
 */
public record HeapDumpDescriptor(String id, String state, double progressRatio, String trigger, String reason,
		boolean live, Instant requestedAt, @Nullable DumpEstimate estimate, @Nullable Instant time,
		@Nullable Long pauseMillis, @Nullable Long sizeBytes, @Nullable Boolean redacted, @Nullable String failure,
		@Nullable String copyFailure, @Nullable Heap heap, @Nullable Map<String, String> flags, @Nullable String jvm,
		@Nullable String application, @Nullable String host, @Nullable AnalysisDescriptor analysis,
		@Nullable HeapTotals totals) implements OperationResponseBody {

	static HeapDumpDescriptor of(HeapDump dump, DumpAnalysis analysis) {
		DumpFacts facts = dump.facts();
		return (facts != null) ? finished(dump, facts, analysis) : unfinished(dump);
	}

	private static HeapDumpDescriptor unfinished(HeapDump dump) {
		return new HeapDumpDescriptor(dump.id(), state(dump), dump.progressRatio(), dump.trigger().id(), dump.reason(),
				dump.live(), millis(dump.requestedAt()), dump.estimate(), null, null, null, null, dump.failure(), null,
				null, null, null, null, null, null, null);
	}

	private static HeapDumpDescriptor finished(HeapDump dump, DumpFacts facts, DumpAnalysis analysis) {
		return new HeapDumpDescriptor(dump.id(), state(dump), dump.progressRatio(), dump.trigger().id(), dump.reason(),
				dump.live(), millis(dump.requestedAt()), dump.estimate(), millis(facts.time()),
				known(facts.pauseMillis()), facts.sizeBytes(), facts.redacted(), dump.failure(), facts.copyFailure(),
				Heap.of(facts), new TreeMap<>(facts.flags()), facts.jvm(), facts.application(), facts.host(),
				AnalysisDescriptor.of(analysis), analysis.totals());
	}

	private static String state(HeapDump dump) {
		return dump.state().name().toLowerCase(Locale.ROOT);
	}

	private static Instant millis(Instant instant) {
		return instant.truncatedTo(ChronoUnit.MILLIS);
	}

	private static @Nullable Long known(long figure) {
		return (figure >= 0) ? (Long) figure : null;
	}

	/**
	 * The heap before a dump.
	 *
	 * @param usedBytes bytes in use
	 * @param committedBytes its size
	 * @param maxBytes what it may grow to
	 */
	public record Heap(@Nullable Long usedBytes, long committedBytes, long maxBytes) {

		static Heap of(DumpFacts facts) {
			return new Heap(known(facts.heapUsedBytes()), facts.heapCommittedBytes(), facts.heapMaxBytes());
		}

	}

}
