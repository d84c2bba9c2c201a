package io.github.heapwise.allocation;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import io.github.heapwise.allocation.SamplingGovernor.Tick;
import io.github.heapwise.jfr.JfrControl;
import io.github.heapwise.jfr.SharedEventStream;
import io.github.heapwise.jvm.AllocatedBytesCounters;
import io.github.heapwise.jvm.CpuClock;
import io.github.heapwise.timeline.RouteSamples.Estimate;

/**
 * Records allocations from start to close: feeds the governor once a second, ends buckets
 * when the clock says so, and opens slices where the governor chose them.
 * <p>
 * All of it runs on one thread, that of the executor, but for what the JVM calls back.
 */
final class AllocationRecorder implements AutoCloseable {

	private static final long TICK_MILLIS = 1000;

	private static final long SLICE_MILLIS = 50;

	private static final long SLICE_PERIOD_MILLIS = 500;

	private static final int FLUSHES_BETWEEN_FORGETTING = 60;

	private final AllocationSettings settings;

	private final ScheduledExecutorService executor;

	private final Consumer<Throwable> onError;

	private final AllocatedBytesCounters counters;

	private final AllocationStore store;

	private final JfrFrames frames;

	private final NotedRoutes routes;

	private final AllocationEventStream stream;

	private final SamplingGovernor governor;

	private final CpuClock cpuClock = new CpuClock();

	private long flushes;

	private EventCounts lastCounts = EventCounts.NONE;

	private long lastTickNanos = System.nanoTime();

	private long bucketIndex;

	private volatile Load load = new Load(SamplingMode.ALL, 0, 0);

	private AllocationRecorder(AllocationSettings settings, SharedEventStream events, ScheduledExecutorService executor,
			Clock clock, Consumer<Throwable> onError) {
		this.settings = settings;
		this.executor = executor;
		this.onError = onError;
		this.counters = new AllocatedBytesCounters(clock);
		this.store = new AllocationStore(settings.limits(), this.counters::nameOf, read());
		this.frames = new JfrFrames(this.store, settings.codeOwner(), settings.ownClass(),
				settings.routes().handlers());
		// They may have to look for beans once, which is no work to do under the store's
		// lock.
		var unused = settings.routes().handlers().routeOf("", "");
		this.routes = new NotedRoutes(settings.routes().notes());
		this.governor = new SamplingGovernor(settings.cpuBudgetRatio(), EventCost.measured());
		rotate();
		this.stream = new AllocationEventStream(events, this.governor.mode(), this.store, this.frames, this.routes,
				this::flushed, onError);
	}

	/**
	 * Start recording.
	 * @param settings what to record
	 * @param events where the events come from
	 * @param executor a single thread, shut down by whoever owns it before this is closed
	 * @param clock tells the time
	 * @param onError told when it cannot go on
	 * @return a recorder that records
	 */
	static AllocationRecorder start(AllocationSettings settings, SharedEventStream events,
			ScheduledExecutorService executor, Clock clock, Consumer<Throwable> onError) {
		AllocationRecorder recorder = new AllocationRecorder(settings, events, executor, clock, onError);
		try {
			recorder.start();
		}
		catch (RuntimeException | Error ex) {
			recorder.close();
			throw ex;
		}
		return recorder;
	}

	AllocationProfile profile(AllocationQuery query) {
		return this.store.profile(query, this.settings.routes().table());
	}

	AllocationSummary summary(Instant from, Instant to) {
		return this.store.summary(from, to);
	}

	Map<Integer, Estimate> routes(Instant from, Instant to) {
		return this.store.routes(from, to);
	}

	RecorderStatus status() {
		Load current = this.load;
		return new RecorderStatus(RecorderStatus.State.RECORDING, null, current.mode(), current.eventsPerSecond(),
				current.cpuRatio(), Instant.ofEpochSecond(0, this.store.retainedFromNanos()), this.store.nodes(),
				this.settings.maxNodes());
	}

	long heapBytes() {
		return this.store.heapBytes();
	}

	@Override
	public void close() {
		this.stream.close();
	}

	private void start() {
		every(TICK_MILLIS, this::tick);
		every(SLICE_PERIOD_MILLIS, this::scheduleSlice);
	}

	private void every(long millis, Runnable task) {
		var unused = this.executor.scheduleAtFixedRate(guarded(task), millis, millis, TimeUnit.MILLISECONDS);
	}

	private void after(long millis, Runnable task) {
		var unused = this.executor.schedule(guarded(task), millis, TimeUnit.MILLISECONDS);
	}

	// An executor keeps to itself what a task throws.
	private Runnable guarded(Runnable task) {
		return () -> {
			try {
				task.run();
			}
			catch (RuntimeException | Error ex) {
				this.onError.accept(ex);
				throw ex;
			}
		};
	}

	private void tick() {
		SamplingMode before = this.governor.mode();
		SamplingMode mode = this.governor.next(sinceLastTick());
		if (mode != before) {
			this.stream.apply(mode, false);
			rotate();
		}
		else if (currentBucketIndex() != this.bucketIndex) {
			rotate();
		}
		this.load = new Load(mode, this.governor.eventsPerSecond(), this.governor.cpuRatio());
	}

	private Tick sinceLastTick() {
		long now = System.nanoTime();
		EventCounts counts = this.stream.counts();
		long ownCpu = this.cpuClock.nanosSinceLastCall(this.stream.threadId(), Thread.currentThread().getId());
		Tick tick = new Tick(Math.max(1, now - this.lastTickNanos), counts.minus(this.lastCounts), ownCpu,
				JfrControl.isChangeNoted());
		this.lastTickNanos = now;
		this.lastCounts = counts;
		return tick;
	}

	private void rotate() {
		this.bucketIndex = currentBucketIndex();
		this.store.rotate(read(), this.governor.mode());
	}

	// Buckets end where the clock divides by their length, so that they are the same for
	// every reader.
	private long currentBucketIndex() {
		return this.counters.nowNanos() / this.settings.bucket().toNanos();
	}

	// Called about once a second, on the thread that also uses the frames.
	private void flushed() {
		this.store.flushed(read());
		this.routes.renew();
		if (++this.flushes % FLUSHES_BETWEEN_FORGETTING == 0) {
			this.frames.forget();
		}
	}

	private CounterReading read() {
		return new CounterReading(this.counters.read(), RouteCounts.read(this.settings.routes().totals()));
	}

	private void scheduleSlice() {
		if (this.governor.mode().isSliced()) {
			long offset = ThreadLocalRandom.current().nextLong(SLICE_PERIOD_MILLIS - SLICE_MILLIS);
			after(offset, () -> applyInSliced(true));
			after(offset + SLICE_MILLIS, () -> applyInSliced(false));
		}
	}

	// Asked every time: until the next tick there could be four changes more.
	private void applyInSliced(boolean inSlice) {
		if (this.governor.mode().isSliced() && !JfrControl.isChangeNoted()) {
			this.stream.apply(this.governor.mode(), inSlice);
		}
	}

	private record Load(SamplingMode mode, double eventsPerSecond, double cpuRatio) {
	}

}
