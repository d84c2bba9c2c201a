package io.github.heapwise.latency;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

import io.github.heapwise.histogram.Distribution;
import io.github.heapwise.histogram.RequestHistogram;
import io.github.heapwise.histogram.SliceClock;
import io.github.heapwise.histogram.SliceRange;
import io.github.heapwise.history.RowRange;
import io.github.heapwise.history.RowRing;
import org.jspecify.annotations.Nullable;

/**
 * Measures all there is to measure, tick by tick, and writes a row each second. Whatever
 * fails is watched no more. Ticked by one thread, read by any.
 */
final class LatencyWatch implements Ticker.Task {

	private static final long ROW_MILLIS = LatencySettings.ROW_INTERVAL.toMillis();

	private final Clock clock;

	private final Consumer<String> onProblem;

	private final WatchSet watched;

	private final LatencyWindow stall;

	private final @Nullable RequestHistogram requests;

	private final @Nullable PinnedThreads pinned;

	private final long sliceMillis;

	private final SliceClock slices;

	private final LatencyColumns columns;

	private final RowRing rows;

	private final RowWriter row;

	private long ticks;

	private long lastPoolTick;

	private long lastSecond;

	LatencyWatch(LatencySettings settings, WatchSet watched, @Nullable RequestHistogram requests,
			@Nullable PinnedThreads pinned, Clock clock, Consumer<String> onProblem) {
		this.watched = watched;
		this.stall = new LatencyWindow(settings.interval().toNanos());
		this.requests = requests;
		this.pinned = pinned;
		this.clock = clock;
		this.onProblem = onProblem;
		this.sliceMillis = settings.sliceMillis();
		this.slices = new SliceClock(this.sliceMillis, LatencySettings.SLICES + 1, clock.millis());
		this.columns = new LatencyColumns(watched.pools(), watched.loops());
		this.rows = new RowRing(settings.rows(), this.columns.labels().size());
		this.row = new RowWriter(this.columns.labels().size());
		this.lastSecond = Math.floorDiv(clock.millis(), ROW_MILLIS);
	}

	/**
	 * Return what measures stalls: how much later than planned a thread wakes that does
	 * nothing else. All other threads of the process suffered the same.
	 * @return to be ticked at the interval of the settings, by a thread of its own
	 */
	Ticker.Task stallTask() {
		return (planned, now) -> this.stall.waited(now - planned, 0);
	}

	void startRecording() {
		if (this.pinned != null) {
			this.pinned.start();
		}
	}

	void stopRecording() {
		if (this.pinned != null) {
			this.pinned.close();
		}
	}

	/**
	 * Return how often it is to be ticked.
	 * @return nanoseconds
	 */
	long tickNanos() {
		return this.watched.loops().isEmpty() ? WatchedPool.INTERVAL_NANOS : WatchSet.TICK_NANOS;
	}

	@Override
	public void tick(long planned, long now) {
		tickLoops(now);
		if (this.ticks == 0 || now - this.lastPoolTick >= WatchedPool.INTERVAL_NANOS) {
			this.lastPoolTick = now;
			for (WatchedPool pool : this.watched.pools()) {
				tick(pool, now, true);
			}
		}
		this.ticks++;
		long second = Math.floorDiv(this.clock.millis(), ROW_MILLIS);
		if (second != this.lastSecond) {
			this.lastSecond = second;
			endSecond(second * ROW_MILLIS);
		}
	}

	private void tickLoops(long now) {
		List<WatchedLoop> loops = this.watched.loops();
		int turn = (int) (this.ticks % this.watched.turns());
		for (int i = 0; i < loops.size(); i++) {
			tick(loops.get(i), now, i % this.watched.turns() == turn);
		}
	}

	private void tick(Watched one, long now, boolean measure) {
		if (one.isGone()) {
			return;
		}
		try {
			one.tick(now, measure);
		}
		catch (RuntimeException | Error ex) {
			failed(one, ex);
		}
	}

	private void failed(Watched one, Throwable cause) {
		// out of memory or of threads passes
		if (!(cause instanceof VirtualMachineError) && one.drop()) {
			this.onProblem.accept("'%s' is not watched any more: %s".formatted(one.name(), cause));
		}
	}

	private void endSecond(long epochMillis) {
		this.row.begin(epochMillis);
		endSecondOfRequests();
		Distribution stalls = this.stall.endSecond();
		this.row.median(stalls);
		this.row.delays(stalls);
		this.watched.pools().forEach(this::endSecond);
		this.watched.loops().forEach(this::endSecond);
		this.rows.add(this.row::value);
		endSlices((int) Math.max(0, this.slices.ended(epochMillis)));
	}

	private void endSecondOfRequests() {
		RequestHistogram histogram = this.requests;
		if (histogram == null || histogram.unavailableReason() != null) {
			this.row.skip(LatencyColumns.REQUEST_COLUMNS);
			return;
		}
		Distribution ended = histogram.turn();
		this.row.count(ended);
		this.row.median(ended);
		this.row.delays(ended);
	}

	private void endSecond(Watched one) {
		if (one.isGone()) {
			this.row.skip(LatencyColumns.WATCHED_COLUMNS);
		}
		else {
			one.endSecond(this.row);
		}
	}

	private void endSlices(int ended) {
		if (ended > 0) {
			this.stall.endSlices(ended);
			this.watched.pools().forEach((pool) -> pool.endSlices(ended));
			this.watched.loops().forEach((loop) -> loop.endSlices(ended));
			if (this.pinned != null) {
				this.pinned.endSlices(ended);
			}
		}
	}

	Latency read(Duration window) {
		RequestHistogram histogram = this.requests;
		String reason = (histogram != null) ? histogram.unavailableReason()
				: "Requests are not seen: 'heapwise.route.enabled' is false, or there is no web server";
		Distribution requestsOfWindow = (histogram != null && reason == null) ? histogram.window() : null;
		return read(window, requestsOfWindow, reason, SliceRange.ALL);
	}

	Latency read(Instant from, Instant to) {
		SliceRange range = SliceRange.nearest(from, to, Duration.ofMillis(this.sliceMillis), this.clock.instant());
		return read(Duration.between(from, to), null, "Requests are told for the whole window only", range);
	}

	private Latency read(Duration span, @Nullable Distribution requestsOfWindow, @Nullable String reason,
			SliceRange range) {
		return new Latency(this.clock.instant(), span, requestsOfWindow, reason, this.stall.distribution(range),
				read(this.watched.pools(), (pool) -> read(pool, range)), this.watched.omittedPools(),
				read(this.watched.loops(), (loop) -> loop.read(range)), this.watched.omittedLoops());
	}

	private <W extends Watched, L> List<L> read(List<W> watchedOnes, Function<W, L> reader) {
		List<L> read = new ArrayList<>();
		for (W one : watchedOnes) {
			try {
				if (!one.isGone()) {
					read.add(reader.apply(one));
				}
			}
			catch (RuntimeException | Error ex) {
				failed(one, ex);
			}
		}
		return read;
	}

	private WorkerLatency read(WatchedPool pool, SliceRange range) {
		WorkerLatency worker = pool.read(range);
		return (worker.kind() == PoolKind.VIRTUAL && this.pinned != null) ? worker.with(this.pinned.read(range))
				: worker;
	}

	LatencyRows rows(@Nullable Long since) {
		RowRange range = this.rows.since(since);
		return new LatencyRows(range.next(), range.missed(), this.columns.labels(), range.tell(this.columns::tell));
	}

	long nextRow() {
		return this.rows.next();
	}

	void tell(LatencyListener listener) {
		this.stall.addListener(listener.stall());
		this.watched.pools().forEach((pool) -> pool.delays().addListener(listener.worker(pool.name())));
		this.watched.loops().forEach((loop) -> loop.delays().addListener(listener.loop(loop.name())));
	}

	long heapBytes() {
		long watchedBytes = this.watched.pools().stream().mapToLong(Watched::heapBytes).sum()
				+ this.watched.loops().stream().mapToLong(Watched::heapBytes).sum();
		return this.rows.heapBytes() + this.stall.heapBytes() + watchedBytes;
	}

}
