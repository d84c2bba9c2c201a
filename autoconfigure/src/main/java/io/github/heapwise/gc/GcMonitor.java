package io.github.heapwise.gc;

import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;

import io.github.heapwise.jfr.SharedEventStream;
import org.jspecify.annotations.Nullable;

/**
 * Watches the collector: keeps its last events and tells listeners of each.
 * <p>
 * Some 50 us a collection, half a KB an event, one thread while there are listeners to
 * tell. Thread-safe. It may be started again after it was closed and then starts empty.
 */
public final class GcMonitor implements AutoCloseable {

	private static final String NOT_NOTIFIED = "Collections are not reported: no GarbageCollectorMXBean of this JVM"
			+ " emits notifications";

	private final GcSettings settings;

	private final Clock clock;

	private final List<GcListener> listeners;

	private final Consumer<String> onProblem;

	private final Collectors collectors = new Collectors();

	private final PauseRecording pauseRecording;

	private volatile @Nullable GcWatch watch;

	/**
	 * Create a monitor that does nothing yet.
	 * @param settings how to watch
	 * @param events where exact durations come from
	 * @param listeners told of each collection
	 * @param clock tells the time
	 * @param onProblem told once per cause, in a sentence, what does not work
	 */
	public GcMonitor(GcSettings settings, SharedEventStream events, List<GcListener> listeners, Clock clock,
			Consumer<String> onProblem) {
		this.settings = settings;
		this.clock = clock;
		this.listeners = List.copyOf(listeners);
		this.onProblem = onProblem;
		this.pauseRecording = new PauseRecording(events, this.collectors.inexactConsequence());
	}

	/**
	 * Start watching, with durations in whole milliseconds.
	 */
	public synchronized void start() {
		if (this.watch == null) {
			GcWatch started = new GcWatch(this.settings, new GcListeners(this.listeners, this.onProblem), this.clock,
					this.collectors.isRemarkNotified());
			this.watch = started;
			if (!started.isNotified()) {
				this.onProblem.accept(NOT_NOTIFIED);
			}
		}
	}

	/**
	 * Have Flight Recorder measure the pauses from now on. Returns at once, it starts
	 * some 100 ms later on a thread of its own.
	 */
	public synchronized void startRecording() {
		if (this.watch != null) {
			this.pauseRecording.start(this.watch.matching());
		}
	}

	/**
	 * Stop watching and forget what was seen.
	 */
	@Override
	public synchronized void close() {
		this.pauseRecording.close();
		if (this.watch != null) {
			this.watch.close();
			this.watch = null;
		}
	}

	/**
	 * Return the events from some number on.
	 * @param since a former {@link GcEvents#nextSequence()}, {@code null} for all that
	 * are kept
	 * @return the events, none while it is not started
	 */
	public GcEvents events(@Nullable Long since) {
		GcWatch current = this.watch;
		return (current != null) ? current.events(since) : new GcEvents(0, List.of(), 0);
	}

	/**
	 * Return the last minutes in figures. Some 100 us.
	 * @return the summary
	 */
	public GcSummary summary() {
		GcWatch current = this.watch;
		return (current != null) ? current.summary()
				: GcSummary.of(List.of(), this.settings.window(), 0, 0, null, GcTrend.unknown());
	}

	/**
	 * Return how what survives collections grows. Computed at most once in ten seconds,
	 * in about a millisecond.
	 * @return the trend
	 */
	public GcTrend trend() {
		GcWatch current = this.watch;
		return (current != null) ? current.trend() : GcTrend.unknown();
	}

	/**
	 * Return what the trend rests on.
	 * @return the floor, nothing while it is not started
	 */
	public LiveFloor floor() {
		GcWatch current = this.watch;
		return (current != null) ? current.floor() : LiveFloor.NONE;
	}

	public List<CollectorTotals> collectors() {
		return this.collectors.totals();
	}

	/**
	 * Return the heap that events take up.
	 * @return bytes, estimated
	 */
	public long heapBytes() {
		GcWatch current = this.watch;
		return (current != null) ? current.heapBytes() : 0;
	}

	/**
	 * Return what is missing and why.
	 * @return a sentence, {@code null} where durations are exact and nothing is missing
	 */
	public @Nullable String inexactReason() {
		GcWatch current = this.watch;
		return (current != null && !current.isNotified()) ? NOT_NOTIFIED : this.pauseRecording.inexactReason();
	}

}
