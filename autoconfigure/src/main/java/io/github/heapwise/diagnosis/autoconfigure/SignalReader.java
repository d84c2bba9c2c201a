package io.github.heapwise.diagnosis.autoconfigure;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import io.github.heapwise.diagnosis.AllocationSignals;
import io.github.heapwise.diagnosis.CollectionSignal;
import io.github.heapwise.diagnosis.DumpSignal;
import io.github.heapwise.diagnosis.LoadInterval;
import io.github.heapwise.diagnosis.MachineFacts;
import io.github.heapwise.diagnosis.Signals;
import io.github.heapwise.diagnosis.TimeSpan;
import io.github.heapwise.diagnosis.Trends;
import io.github.heapwise.gc.GcEvents;
import org.jspecify.annotations.Nullable;

/**
 * Reads what the diagnosis is to see of the application. A source that fails is one that
 * knows nothing. Thread-safe.
 */
final class SignalReader implements AutoCloseable {

	private static final double LEAST_REQUESTS_PER_SECOND = 1;

	// Less is what an application does while nobody wants anything of it.
	private static final double LEAST_CORES = 0.25;

	private static final GcEvents NO_COLLECTIONS = new GcEvents(0, List.of(), 0);

	private final SignalSources sources;

	private final Duration window;

	private final Clock clock;

	private final SafeSources safe;

	private final MachineReader machine = new MachineReader(Path.of("/"));

	private final SurvivorReader survivors;

	private final AllocationReader allocations;

	private final DumpReader dumps;

	/**
	 * Create a reader.
	 * @param sources where signals come from
	 * @param window how far back it looks
	 * @param clock tells the time
	 * @param onProblem told in a sentence, once for each source, what fails
	 */
	SignalReader(SignalSources sources, Duration window, Clock clock, Consumer<String> onProblem) {
		this.sources = sources;
		this.window = window;
		this.clock = clock;
		this.safe = new SafeSources(onProblem);
		this.survivors = new SurvivorReader(sources.collections(), sources.survivors());
		this.allocations = new AllocationReader(sources.allocations());
		this.dumps = new DumpReader(sources.dumps(), sources.analyses());
	}

	@Override
	public void close() {
		this.survivors.close();
	}

	Signals read() {
		MachineFacts facts = this.machine.read();
		GcEvents kept = this.safe.read("collections", this::collections, NO_COLLECTIONS);
		TimeSpan seen = CollectionReader.known(sinceStart(facts.uptime()), kept);
		Columns latency = this.safe.read("latencies", () -> WaitReader.columns(this.sources.latency()), Columns.NONE);
		Trends trends = TrendReader.read(this.sources.memory(), this.sources.process(), latency, seen);
		return read(facts, kept, latency, trends, seen, load(trends, seen));
	}

	private Signals read(MachineFacts facts, GcEvents kept, Columns latency, Trends trends, TimeSpan seen,
			@Nullable TimeSpan load) {
		TimeSpan judged = (load != null) ? load : seen;
		List<CollectionSignal> collections = CollectionReader.within(seen, kept);
		return new Signals(seen, load, facts, trends, kept != NO_COLLECTIONS, collections,
				this.safe.read("survivors", this.survivors::read, SurvivorReader.unknown("They could not be read")),
				this.safe.read("troubles", () -> TroubleReader.read(this.sources.troubles(), seen, collections),
						TroubleReader.unknown(collections)),
				this.safe.read("waits", () -> WaitReader.read(this.sources.latency(), latency, seen, judged),
						WaitReader.NONE),
				this.safe.read("routes", () -> RouteReader.read(this.sources.routes(), judged), List.of()),
				allocations(trends, judged), this.safe.read("threads", ThreadReader::read, List.of()),
				this.safe
					.read("heap dumps", () -> this.dumps.read(seen.to(), facts.uptime()), Optional.<DumpSignal>empty())
					.orElse(null));
	}

	private AllocationSignals allocations(Trends trends, TimeSpan judged) {
		return this.safe.read("allocations", () -> this.allocations.read(judged, trends.allocatedBytesPerSecond()),
				AllocationReader.NONE);
	}

	private TimeSpan sinceStart(Duration uptime) {
		Instant now = this.clock.instant();
		return new TimeSpan(now.minus((uptime.compareTo(this.window) < 0) ? uptime : this.window), now);
	}

	private GcEvents collections() {
		return (this.sources.collections() != null) ? this.sources.collections().events(null) : NO_COLLECTIONS;
	}

	// Where there are no requests, it may work on something else.
	private static @Nullable TimeSpan load(Trends trends, TimeSpan window) {
		TimeSpan served = LoadInterval.find(trends.requestsPerSecond().within(window), LEAST_REQUESTS_PER_SECOND);
		return (served != null) ? served : LoadInterval.find(trends.cpuRatio(), LEAST_CORES);
	}

}
