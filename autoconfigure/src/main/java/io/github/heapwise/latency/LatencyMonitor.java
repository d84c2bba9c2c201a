package io.github.heapwise.latency;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import io.github.heapwise.histogram.RequestHistogram;
import io.github.heapwise.jfr.SharedEventStream;
import org.jspecify.annotations.Nullable;

/**
 * Measures who waits: the whole process by a thread that should wake every few
 * milliseconds, pools and event loops by tasks that do nothing. Two threads of its own.
 * <p>
 * Thread-safe. Nothing it does fails or blocks the application. It may be started again
 * after it was closed, and begins anew.
 */
public final class LatencyMonitor implements AutoCloseable {

	private final LatencySettings settings;

	private final SharedEventStream events;

	private final Clock clock;

	private final Consumer<String> onProblem;

	private final List<LatencyListener> listeners = new ArrayList<>();

	private @Nullable Running running;

	private volatile LatencyWatch watch;

	private volatile boolean reported;

	/**
	 * Create a monitor that measures nothing yet.
	 * @param settings how to measure
	 * @param events tells of pinned virtual threads
	 * @param clock tells the time
	 * @param onProblem told in a sentence what is not watched, once for each
	 */
	public LatencyMonitor(LatencySettings settings, SharedEventStream events, Clock clock, Consumer<String> onProblem) {
		this.settings = settings;
		this.events = events;
		this.clock = clock;
		this.onProblem = onProblem;
		this.watch = watch(List.of(), null);
	}

	/**
	 * Start measuring.
	 * @param sources know what to watch
	 * @param requests knows all requests, {@code null} where they are not seen
	 */
	public synchronized void start(List<WorkSource> sources, @Nullable RequestHistogram requests) {
		if (this.running == null) {
			LatencyWatch started = watch(sources, requests);
			this.watch = started;
			this.listeners.forEach(started::tell);
			this.running = new Running(
					new Ticker("stall", this.settings.interval().toNanos(), guarded(started.stallTask())),
					new Ticker("latency", started.tickNanos(), guarded(started)), started);
			this.running.start();
		}
	}

	/**
	 * Stop measuring. What was measured can still be read.
	 */
	@Override
	public synchronized void close() {
		if (this.running != null) {
			this.running.close();
			this.running = null;
		}
	}

	/**
	 * Return the figures of the window. Takes some 0.7 ms for each pool and event loop
	 * that was measured.
	 * @return who waited
	 */
	public Latency read() {
		return this.watch.read(this.settings.window());
	}

	/**
	 * Return the figures of a part of the window, but for those of requests. Of its
	 * thirty slices those count whose middle lies in that part, at least one. Takes some
	 * 20 microseconds a slice for each pool and event loop that was measured.
	 * @param from start of the part
	 * @param to end of the part
	 * @return who waited
	 */
	public Latency read(Instant from, Instant to) {
		return this.watch.read(from, to);
	}

	/**
	 * Return the rows from one on.
	 * @param since number of the first row; {@code null}, or one that does not exist yet
	 * because the application was restarted, for all that are kept
	 * @return the rows and what to ask for next time
	 */
	public LatencyRows rows(@Nullable Long since) {
		return this.watch.rows(since);
	}

	/**
	 * Return the number of the row that comes next.
	 * @return its number
	 */
	public long nextRow() {
		return this.watch.nextRow();
	}

	/**
	 * Return the heap that the measurements take up.
	 * @return bytes, roughly
	 */
	public long heapBytes() {
		return this.watch.heapBytes();
	}

	/**
	 * Have delays told as they are measured, those of pools and loops once they are
	 * known.
	 * @param listener receives them
	 */
	synchronized void addListener(LatencyListener listener) {
		this.listeners.add(listener);
		if (this.running != null) {
			this.watch.tell(listener);
		}
	}

	private LatencyWatch watch(List<WorkSource> sources, @Nullable RequestHistogram requests) {
		WatchSet watched = WatchSet.of(sources, System::nanoTime, this.clock, this.onProblem);
		PinnedThreads pinned = watched.hasVirtualThreads() ? new PinnedThreads(this.events) : null;
		return new LatencyWatch(this.settings, watched, requests, pinned, this.clock, this.onProblem);
	}

	private Ticker.Task guarded(Ticker.Task task) {
		return (planned, now) -> {
			try {
				task.tick(planned, now);
			}
			// The next tick may succeed, also after memory ran out.
			catch (RuntimeException | Error ex) {
				report(ex);
			}
		};
	}

	private void report(Throwable cause) {
		if (!this.reported) {
			this.reported = true;
			try {
				this.onProblem.accept("Latencies could not be measured, the history has a gap: " + cause
						+ ". It is tried again each time, and not reported again");
			}
			catch (RuntimeException | Error ex) {
				// there is no memory to say so
			}
		}
	}

	private record Running(Ticker stalls, Ticker probes, LatencyWatch watch) {

		void start() {
			this.stalls.start();
			this.probes.start();
			this.watch.startRecording();
		}

		void close() {
			this.stalls.close();
			this.probes.close();
			this.watch.stopRecording();
		}

	}

}
