package io.github.heapwise.diagnosis.autoconfigure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import io.github.heapwise.diagnosis.DumpSignal;
import io.github.heapwise.heapdump.DumpAnalysis;
import io.github.heapwise.heapdump.DumpFacts;
import io.github.heapwise.heapdump.DumpState;
import io.github.heapwise.heapdump.HeapDump;
import io.github.heapwise.heapdump.HeapDumpAnalyses;
import io.github.heapwise.heapdump.HeapDumpRefusedException;
import io.github.heapwise.heapdump.HeapDumps;
import io.github.heapwise.heapview.HeapViews;
import io.github.heapwise.heapview.Holder;
import io.github.heapwise.heapview.Holders;
import org.jspecify.annotations.Nullable;

/**
 * Reads who holds the memory from the newest heap dump of this process that is analysed.
 * Takes none, and has none analysed. Each is asked once, some 500 ms for 1 GB, and a few
 * times more if it does not answer; whether there is a newer one takes 50 microseconds a
 * dump.
 */
final class DumpReader {

	// Later it may be something else that holds it.
	private static final Duration MAX_AGE = Duration.ofMinutes(30);

	private static final Duration PATIENCE = Duration.ofSeconds(5);

	// Whoever reads waits for the answer.
	private static final int MAX_ATTEMPTS = 3;

	private static final String DIRECT_BUFFER = "java.nio.DirectByteBuffer";

	private final @Nullable HeapDumps dumps;

	private final @Nullable HeapDumpAnalyses analyses;

	private String asked = "";

	private int attempts;

	private @Nullable DumpSignal last;

	DumpReader(@Nullable HeapDumps dumps, @Nullable HeapDumpAnalyses analyses) {
		this.dumps = dumps;
		this.analyses = analyses;
	}

	/**
	 * Read it.
	 * @param now the time
	 * @param uptime for how long the process has run
	 * @return what the dump shows, empty if there is none of the last half hour
	 * @throws UncheckedIOException if the dump cannot be read
	 */
	synchronized Optional<DumpSignal> read(Instant now, Duration uptime) {
		Instant oldest = now.minus((uptime.compareTo(MAX_AGE) < 0) ? uptime : MAX_AGE);
		return newest(oldest, now).flatMap(this::shown);
	}

	private Optional<HeapDump> newest(Instant oldest, Instant now) {
		List<HeapDump> all = (this.dumps != null) ? this.dumps.all() : List.of();
		return all.stream()
			.filter((dump) -> time(dump).isAfter(oldest) && !time(dump).isAfter(now) && isAnalysed(dump))
			.filter((dump) -> isOwn(dump.id()))
			.findFirst();
	}

	private boolean isOwn(String id) {
		return this.dumps != null && this.dumps.isOwn(id);
	}

	private boolean isAnalysed(HeapDump dump) {
		return dump.state() == DumpState.READY && this.analyses != null
				&& this.analyses.analysis(dump.id()).state() == DumpAnalysis.State.DONE;
	}

	private Optional<DumpSignal> shown(HeapDump dump) {
		if (!dump.id().equals(this.asked)) {
			this.asked = dump.id();
			this.attempts = 0;
			this.last = null;
		}
		if (this.last == null && this.attempts < MAX_ATTEMPTS) {
			this.attempts++;
			this.last = ask(dump);
		}
		return Optional.ofNullable(this.last);
	}

	private @Nullable DumpSignal ask(HeapDump dump) {
		long start = System.nanoTime();
		try {
			return (this.analyses != null)
					? this.analyses.ask(dump.id(), (views) -> signal(dump.id(), time(dump), views)).orElse(null) : null;
		}
		catch (HeapDumpRefusedException ex) {
			// Others ask, which may be over next time; or the answer took too long.
			this.attempts -= (System.nanoTime() - start < PATIENCE.toNanos()) ? 1 : 0;
			return null;
		}
		catch (OutOfMemoryError ex) {
			// There is no room for the answer.
			return null;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static Instant time(HeapDump dump) {
		DumpFacts facts = dump.facts();
		return (facts != null) ? facts.time() : Instant.MIN;
	}

	private static DumpSignal signal(String id, Instant time, HeapViews views) throws IOException {
		Holders holders = new Holders(views);
		return new DumpSignal(id, time, holder(holders.ofHeap()), holder(holders.ofInstances(DIRECT_BUFFER)),
				holder(holders.ofLoaders()));
	}

	private static DumpSignal.@Nullable Holder holder(@Nullable Holder holder) {
		return (holder != null)
				? new DumpSignal.Holder(holder.owner(), holder.className(), holder.objects(), holder.ratio()) : null;
	}

}
