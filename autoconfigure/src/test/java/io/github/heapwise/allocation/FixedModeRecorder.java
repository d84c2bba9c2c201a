package io.github.heapwise.allocation;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

import io.github.heapwise.jfr.SharedEventStream;
import io.github.heapwise.jvm.AllocatedBytesCounters;
import io.github.heapwise.jvm.AllocatedBytesSnapshot;
import io.github.heapwise.jvm.OwnThreads;

/**
 * Records in one mode, whatever it costs, in buckets that end when told to. What
 * {@link AllocationRecorder} does but for its governor.
 */
final class FixedModeRecorder implements AutoCloseable {

	private static final long SLICE_MILLIS = 50;

	private static final long SLICE_PERIOD_MILLIS = 500;

	private final SamplingMode mode;

	private final AllocatedBytesCounters counters = new AllocatedBytesCounters(Clock.systemUTC());

	private final AllocationStore store;

	private AllocationEventStream stream;

	private final ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor((task) -> {
		Thread thread = new Thread(task, OwnThreads.PREFIX + "slices");
		thread.setDaemon(true);
		return thread;
	});

	FixedModeRecorder(SamplingMode mode) {
		this.mode = mode;
		this.store = new AllocationStore(
				new AllocationLimits(Duration.ofSeconds(10), Duration.ofHours(1), 16 << 20, 200_000, 4096),
				this.counters::nameOf, withoutRoutes(this.counters.read()));
	}

	void start() {
		endBucket();
		JfrFrames frames = new JfrFrames(this.store, (name) -> true, (name) -> false, RouteSources.none().handlers());
		this.stream = new AllocationEventStream(new SharedEventStream(128, null), this.mode, this.store, frames,
				new NotedRoutes(RouteSources.none().notes()),
				() -> this.store.flushed(withoutRoutes(this.counters.read())), Throwable::printStackTrace);
		if (this.mode.isSliced()) {
			this.executor.scheduleAtFixedRate(this::slice, 0, SLICE_PERIOD_MILLIS, TimeUnit.MILLISECONDS);
		}
	}

	/**
	 * End a bucket and begin the next.
	 * @return the counters at that moment
	 */
	AllocatedBytesSnapshot endBucket() {
		AllocatedBytesSnapshot now = this.counters.read();
		this.store.rotate(withoutRoutes(now), this.mode);
		return now;
	}

	AllocationProfile profile(AllocationQuery query) {
		return this.store.profile(query, RouteSources.none().table());
	}

	@Override
	public void close() {
		this.executor.shutdownNow();
		if (this.stream != null) {
			this.stream.close();
		}
	}

	private static CounterReading withoutRoutes(AllocatedBytesSnapshot counters) {
		return new CounterReading(counters, RouteCounts.NONE);
	}

	private void slice() {
		long offset = ThreadLocalRandom.current().nextLong(SLICE_PERIOD_MILLIS - SLICE_MILLIS);
		this.executor.schedule(() -> this.stream.apply(this.mode, true), offset, TimeUnit.MILLISECONDS);
		this.executor.schedule(() -> this.stream.apply(this.mode, false), offset + SLICE_MILLIS, TimeUnit.MILLISECONDS);
	}

}
