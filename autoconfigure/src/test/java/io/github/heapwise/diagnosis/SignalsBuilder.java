package io.github.heapwise.diagnosis;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import io.github.heapwise.diagnosis.DumpSignal.Holder;
import org.jspecify.annotations.Nullable;

/**
 * Builds what was seen of an application of which a test tells only what matters: the
 * rest is healthy, has run for an hour and works all the time.
 */
public final class SignalsBuilder {

	public static final Instant END = Instant.parse("2026-01-31T10:15:00Z");

	private static final int SECONDS = 120;

	private final TimeSpan window = new TimeSpan(END.minusSeconds(SECONDS), END);

	private @Nullable TimeSpan load = this.window;

	private MachineFacts machine = new MachineFacts(Duration.ofHours(1), "G1", 2, 512L << 20, 512L << 20, 1L << 30,
			true, 1 << 20);

	private Trends trends = steady();

	private boolean collectionsWatched = true;

	private final List<CollectionSignal> collections = new ArrayList<>();

	private SurvivorSignal survivors = new SurvivorSignal(100L << 20, 0.0, -1e6, 1e6, Confidence.HIGH, "It is flat",
			Series.EMPTY);

	private CollectorTroubles troubles = new CollectorTroubles(true, 0, 0, 0, 0, 0, List.of());

	private WaitSignals waits = new WaitSignals(100_000, 5_000_000, 12_000, everySecond((i) -> 2), List.of(), List.of(),
			null);

	private final List<RouteSignal> routes = new ArrayList<>();

	private AllocationSignals allocations = new AllocationSignals(1000, 20e6, List.of(), List.of(), 0);

	private final List<ThreadCount> threads = new ArrayList<>(List.of(new ThreadCount("http-#", 10)));

	private @Nullable DumpSignal dump;

	private SignalsBuilder() {
	}

	public static SignalsBuilder healthy() {
		return new SignalsBuilder();
	}

	public static Series everySecond(IntToDoubleFunction value) {
		long start = END.toEpochMilli() - SECONDS * 1000L;
		return new Series(LongStream.range(0, SECONDS).map((i) -> start + 1000 * i).toArray(),
				IntStream.range(0, SECONDS).mapToDouble(value).toArray());
	}

	private static Trends steady() {
		Series used = everySecond((i) -> 120e6 + 10e6 * (i % 10));
		return new Trends(used, everySecond((i) -> 256e6), everySecond((i) -> 400e6), everySecond((i) -> 600e6),
				everySecond((i) -> 20e6), everySecond((i) -> 0.4), everySecond((i) -> 0.02), everySecond((i) -> 0),
				everySecond((i) -> 1.4), everySecond((i) -> 50), everySecond((i) -> 40), everySecond((i) -> 16e6),
				everySecond((i) -> 0), everySecond((i) -> 60e6), everySecond((i) -> 12_000), everySecond((i) -> 100),
				everySecond((i) -> 0.01));
	}

	/**
	 * Return what a heap dump shows of an application that keeps too much of everything.
	 * @return the signal
	 */
	public static DumpSignal dump() {
		return new DumpSignal("dump-1", END.minusSeconds(60),
				new Holder("shop.Orders.all", "java.util.HashMap", 1, 0.95),
				new Holder("shop.Audit.unsent", "java.nio.DirectByteBuffer", 1200, 0.98),
				new Holder("shop.Plugins.loaded", "shop.PluginLoader", 1699, 1));
	}

	public SignalsBuilder idle() {
		this.load = null;
		return this;
	}

	public SignalsBuilder machine(MachineFacts facts) {
		this.machine = facts;
		return this;
	}

	public SignalsBuilder trends(Trends seen) {
		this.trends = seen;
		return this;
	}

	public SignalsBuilder withoutCollections() {
		this.collectionsWatched = false;
		this.collections.clear();
		return this;
	}

	public SignalsBuilder collection(CollectionSignal collection) {
		this.collections.add(collection);
		return this;
	}

	public SignalsBuilder survivors(SurvivorSignal seen) {
		this.survivors = seen;
		return this;
	}

	public SignalsBuilder troubles(CollectorTroubles seen) {
		this.troubles = seen;
		return this;
	}

	public SignalsBuilder waits(WaitSignals seen) {
		this.waits = seen;
		return this;
	}

	public SignalsBuilder route(RouteSignal route) {
		this.routes.add(route);
		return this;
	}

	public SignalsBuilder allocations(AllocationSignals seen) {
		this.allocations = seen;
		return this;
	}

	public SignalsBuilder threads(String name, int count) {
		this.threads.add(0, new ThreadCount(name, count));
		return this;
	}

	public SignalsBuilder dump(DumpSignal seen) {
		this.dump = seen;
		return this;
	}

	public Signals build() {
		return new Signals(this.window, this.load, this.machine, this.trends, this.collectionsWatched, this.collections,
				this.survivors, this.troubles, this.waits, this.routes, this.allocations, this.threads, this.dump);
	}

}
