package io.github.heapwise.allocation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

import io.github.heapwise.jfr.SharedEventStream;
import io.github.heapwise.jfr.UnavailableReason;
import io.github.heapwise.jvm.OwnThreads;
import io.github.heapwise.timeline.RouteSamples.Estimate;
import org.jspecify.annotations.Nullable;

/**
 * Profiles where the application allocates, all the time, within a budget of CPU time and
 * memory.
 * <p>
 * Thread-safe. Neither starting nor anything later throws or blocks the application: what
 * this JVM cannot do is a {@link RecorderStatus#reason() reason}. It may be started again
 * after it was closed and then starts empty.
 */
public final class AllocationProfiler implements AutoCloseable {

	private final AllocationSettings settings;

	private final SharedEventStream events;

	private final Clock clock;

	private final Consumer<String> onUnavailable;

	private @Nullable ScheduledThreadPoolExecutor executor;

	private volatile @Nullable AllocationRecorder recorder;

	private final AtomicReference<@Nullable String> unavailableReason = new AtomicReference<>();

	/**
	 * Create a profiler that does nothing yet.
	 * @param settings how to profile
	 * @param events where the events come from
	 * @param clock tells the time
	 * @param onUnavailable told once, in a sentence, when it cannot record
	 */
	public AllocationProfiler(AllocationSettings settings, SharedEventStream events, Clock clock,
			Consumer<String> onUnavailable) {
		this.settings = settings;
		this.events = events;
		this.clock = clock;
		this.onUnavailable = onUnavailable;
	}

	/**
	 * Start recording. Returns at once, recording begins some 100 ms later on a thread of
	 * its own.
	 */
	public synchronized void start() {
		if (this.executor != null) {
			return;
		}
		this.unavailableReason.set(null);
		ScheduledThreadPoolExecutor single = new ScheduledThreadPoolExecutor(1, AllocationProfiler::thread);
		single.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
		single.execute(() -> begin(single));
		this.executor = single;
	}

	/**
	 * Stop recording and forget what was recorded. Waits some 100 ms for the recording to
	 * end.
	 */
	@Override
	public synchronized void close() {
		if (this.executor == null) {
			return;
		}
		this.unavailableReason.set("Allocation profiling has been stopped");
		// No interrupt: it would close a file that Flight Recorder is writing.
		this.executor.shutdown();
		awaitEnd(this.executor);
		this.executor = null;
		AllocationRecorder running = this.recorder;
		this.recorder = null;
		if (running != null) {
			running.close();
		}
	}

	/**
	 * Answer a query from what is retained. Costs some 10 ms of CPU time.
	 * @param query what to ask
	 * @return the profile, empty while recording starts, {@code null} if it is
	 * unavailable
	 */
	public @Nullable AllocationProfile profile(AllocationQuery query) {
		AllocationRecorder running = this.recorder;
		if (running != null) {
			return running.profile(query);
		}
		return (this.unavailableReason.get() == null) ? AllocationProfile.empty(query) : null;
	}

	/**
	 * Return what routes allocated as far as samples tell. Buckets count for the range
	 * that holds their middle, so that ranges side by side add up. Costs some 5 ms of CPU
	 * time.
	 * @param from start of the range
	 * @param to end of the range, exclusive
	 * @return estimates by number of the route, empty where nothing is recorded
	 */
	public Map<Integer, Estimate> routes(Instant from, Instant to) {
		AllocationRecorder running = this.recorder;
		return (running != null) ? running.routes(from, to) : Map.of();
	}

	/**
	 * Return who allocated most. Buckets count for the range that holds their middle.
	 * Costs some milliseconds of CPU time.
	 * @param from start of the range
	 * @param to end of the range, exclusive
	 * @return the summary, empty where nothing is recorded
	 */
	public AllocationSummary summary(Instant from, Instant to) {
		AllocationRecorder running = this.recorder;
		return (running != null) ? running.summary(from, to) : AllocationSummary.EMPTY;
	}

	public RecorderStatus status() {
		AllocationRecorder running = this.recorder;
		String reason = this.unavailableReason.get();
		if (running != null && reason == null) {
			return running.status();
		}
		RecorderStatus.State state = (reason != null) ? RecorderStatus.State.UNAVAILABLE
				: RecorderStatus.State.STARTING;
		Instant retainedFrom = (running != null) ? running.status().retainedFrom() : this.clock.instant();
		return new RecorderStatus(state, reason, SamplingMode.ALL, 0, 0, retainedFrom, 0, this.settings.maxNodes());
	}

	/**
	 * Return how far back profiles can reach once it has recorded that long.
	 * @return the retention
	 */
	public Duration retention() {
		return this.settings.retention();
	}

	/**
	 * Return what recorded samples take of the heap, without what Flight Recorder's own
	 * parser keeps. Waits for a query that is being answered, some 10 ms.
	 * @return bytes, estimated from the sizes of arrays and the number of objects
	 */
	public long heapBytes() {
		AllocationRecorder running = this.recorder;
		return (running != null) ? running.heapBytes() : 0;
	}

	private void begin(ScheduledThreadPoolExecutor single) {
		try {
			AllocationRecorder started = AllocationRecorder.start(this.settings, this.events, single, this.clock,
					(ex) -> fail(single, ex));
			this.recorder = started;
			if (single.isShutdown()) {
				// closed meanwhile, maybe without waiting for this
				started.close();
			}
		}
		// a JVM without JFR fails to link, one that may not write fails in many ways
		catch (Exception | Error ex) {
			fail(single, ex);
		}
	}

	// Whatever fails while all is being closed fails because of that.
	private void fail(ScheduledThreadPoolExecutor single, Throwable cause) {
		String reason = "Allocations cannot be recorded: " + UnavailableReason.of(cause);
		if (!single.isShutdown() && this.unavailableReason.compareAndSet(null, reason)) {
			this.onUnavailable.accept(reason);
			stepAside(single);
		}
	}

	// What was recorded so far stays. Not at once: JFR may be what reports the failure.
	private void stepAside(ScheduledThreadPoolExecutor single) {
		try {
			single.execute(() -> {
				AllocationRecorder failed = this.recorder;
				if (failed != null) {
					failed.close();
				}
				single.shutdown();
			});
		}
		catch (RejectedExecutionException ex) {
			// closed meanwhile, which does the same
		}
	}

	private static void awaitEnd(ScheduledThreadPoolExecutor single) {
		try {
			single.awaitTermination(5, TimeUnit.SECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private static Thread thread(Runnable task) {
		Thread thread = new Thread(task, OwnThreads.PREFIX + "allocation");
		thread.setDaemon(true);
		return thread;
	}

}
