package io.github.heapwise.route;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import io.github.heapwise.histogram.Distribution;
import io.github.heapwise.histogram.RequestHistogram;
import io.github.heapwise.histogram.SliceRange;
import io.github.heapwise.timeline.PauseTimes;
import io.github.heapwise.timeline.Route;
import io.github.heapwise.timeline.RouteTable;
import io.github.heapwise.timeline.RouteTotals;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what requests cost, by route: over a window of slices that are aligned to the
 * clock, and in all.
 * <p>
 * Thread-safe. Taking note of a request costs some 200 ns and no garbage. One thread,
 * which looks once a second which requests met pauses of the collector; they are known
 * three seconds later.
 */
public final class RouteMonitor implements RouteTotals, RequestHistogram, AutoCloseable {

	private final RouteSettings settings;

	private final RouteTable table;

	private final @Nullable PausedRequests paused;

	private final Clock clock;

	private final FiguresByRoute figures;

	private final AllRequests all;

	private final RequestListeners listeners = new RequestListeners();

	private final WindowSlices slices;

	private @Nullable EverySecond joining;

	/**
	 * Create a monitor that does not look for pauses yet.
	 * @param settings how to account
	 * @param table numbers routes
	 * @param pauses when the collector stopped the application, {@code null} if nobody
	 * tells
	 * @param clock tells the time
	 */
	public RouteMonitor(RouteSettings settings, RouteTable table, @Nullable PauseTimes pauses, Clock clock) {
		this.settings = settings;
		this.table = table;
		this.paused = (pauses != null) ? new PausedRequests(pauses) : null;
		this.clock = clock;
		this.figures = new FiguresByRoute(table.capacity() + 1, settings.sliceCount());
		this.all = new AllRequests(settings.sliceCount());
		this.slices = new WindowSlices(settings.sliceCount(), clock.instant());
	}

	/**
	 * Start to look for pauses.
	 */
	public synchronized void start() {
		if (this.joining == null) {
			this.joining = new EverySecond("routes", this::tick);
		}
	}

	@Override
	public synchronized void close() {
		if (this.joining != null) {
			this.joining.close();
			this.joining = null;
		}
	}

	/**
	 * Take note of a request that ended.
	 * @param route number of its route
	 * @param outcome how it ended
	 * @param failed whether that was an error
	 * @param tally what it used
	 * @param endNanos when, of {@link System#nanoTime()}
	 */
	void ended(int route, Outcome outcome, boolean failed, RequestTally tally, long endNanos) {
		long start = tally.startNanos();
		long bytes = tally.allocatedBytes();
		this.figures.of(route).ended(failed, endNanos - start, bytes, tally.cpuNanos());
		this.all.record(endNanos - start);
		if (this.paused != null) {
			this.paused.ended(route, start, endNanos);
		}
		if (bytes >= 0) {
			this.listeners.allocated(route, outcome, bytes);
		}
	}

	/**
	 * Return what requests cost in the window. Some milliseconds with hundreds of routes.
	 * @return the figures
	 */
	public RoutesWindow routes() {
		return routes(SliceRange.ALL);
	}

	/**
	 * Return what requests cost in a part of the window. Of its slices those count whose
	 * middle lies in that part, at least one. Cheaper the shorter it is.
	 * @param from start of the part
	 * @param to end of the part
	 * @return the figures
	 */
	public RoutesWindow routes(Instant from, Instant to) {
		return routes(SliceRange.nearest(from, to, RouteSettings.SLICE, this.clock.instant()));
	}

	private RoutesWindow routes(SliceRange range) {
		turnIfDue();
		List<RouteWindow> windows = new ArrayList<>();
		this.figures.forEach((known, number) -> windows.add(known.window(number, this.table.route(number), range)));
		windows.removeIf((window) -> window.requests() == 0);
		Instant now = this.clock.instant();
		return new RoutesWindow(this.slices.to(range, now), this.slices.from(range), this.settings.wholeWindow(),
				windows, this.slices.allocatedBytes(range), this.paused != null, this.slices.lostRequests());
	}

	@Override
	public void forEach(RouteTotals.Visitor visitor) {
		this.figures.forEach((known, number) -> known.visit(number, visitor));
	}

	@Override
	public Distribution window() {
		turnIfDue();
		return this.all.window();
	}

	@Override
	public Distribution turn() {
		return this.all.turn();
	}

	@Override
	public @Nullable String unavailableReason() {
		return this.settings.unavailableReason();
	}

	/**
	 * Return the heap that the figures take up.
	 * @return bytes, roughly
	 */
	public long heapBytes() {
		return ((this.paused != null) ? this.paused.heapBytes() : 0) + this.all.heapBytes() + this.figures.heapBytes();
	}

	RouteSettings settings() {
		return this.settings;
	}

	void addListener(RequestListener listener) {
		this.listeners.add(listener);
	}

	Route route(int number) {
		return this.table.route(number);
	}

	int routeCapacity() {
		return this.table.capacity();
	}

	/**
	 * End slices that are over.
	 */
	void turnIfDue() {
		this.slices.turn(this.clock.instant(), this::turnAll);
	}

	/**
	 * Look which requests met pauses.
	 * @param nanos the time, of {@link System#nanoTime()}
	 */
	void join(long nanos) {
		if (this.paused != null) {
			this.paused.join(nanos, this::paused);
			this.slices.addLostRequests(this.paused.takeLost());
		}
	}

	private void tick() {
		turnIfDue();
		join(System.nanoTime());
	}

	private void paused(int route, long latencyNanos, long pauseNanos) {
		this.figures.of(route).paused(latencyNanos, pauseNanos);
		this.listeners.paused(route, pauseNanos);
	}

	private void turnAll() {
		this.figures.forEach((known, number) -> known.turn());
		this.all.turnSlice();
	}

}
