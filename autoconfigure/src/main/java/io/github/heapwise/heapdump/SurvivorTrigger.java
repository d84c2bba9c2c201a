package io.github.heapwise.heapdump;

import java.util.Locale;
import java.util.function.Consumer;

import io.github.heapwise.jvm.SurvivorReports;
import io.github.heapwise.jvm.Survivors;
import org.jspecify.annotations.Nullable;

/**
 * Asks for a dump when collections leave too much, or more and more.
 * <p>
 * Judged is only what was left when garbage had been taken out of the old generation: a
 * heap that is full before may be full of garbage.
 */
final class SurvivorTrigger implements Consumer<Survivors>, AutomaticTrigger {

	private static final double MIB = 1 << 20;

	private final ThresholdSettings settings;

	private final SurvivorReports reports;

	private final TriggerRequests requests;

	private final Streak fullHeaps;

	private final Streak fullOlds;

	SurvivorTrigger(ThresholdSettings settings, SurvivorReports reports, TriggerRequests requests) {
		this.settings = settings;
		this.reports = reports;
		this.requests = requests;
		this.fullHeaps = new Streak(settings.collections());
		this.fullOlds = new Streak(settings.collections());
	}

	@Override
	public void start() {
		this.reports.add(this);
	}

	@Override
	public void close() {
		this.reports.remove(this);
	}

	@Override
	public synchronized void accept(Survivors left) {
		judge("heap", left.heapBytes(), left.heapMaxBytes(), this.settings.heapRatio(), this.fullHeaps);
		judge("old generation", left.oldBytes(), left.oldMaxBytes(), this.settings.oldRatio(), this.fullOlds);
		judgeGrowth(left.growthBytesPerHour());
	}

	private void judge(String what, long bytes, long maxBytes, @Nullable Double limit, Streak streak) {
		if (limit == null || maxBytes <= 0) {
			return;
		}
		double ratio = (double) bytes / maxBytes;
		if (streak.isEnoughWith(ratio >= limit)) {
			this.requests.ask(DumpTrigger.THRESHOLD,
					String.format(Locale.ROOT, "%.1f %% of the %s left, collection no. %d in a row above %.1f %%",
							100 * ratio, what, this.settings.collections(), 100 * limit));
		}
	}

	private void judgeGrowth(@Nullable Double bytesPerHour) {
		Long limit = this.settings.liveGrowthBytesPerHour();
		if (limit != null && bytesPerHour != null && bytesPerHour >= limit) {
			this.requests.ask(DumpTrigger.THRESHOLD,
					String.format(Locale.ROOT, "What collections leave grows by %.1f MiB an hour, limit %.1f MiB",
							bytesPerHour / MIB, limit / MIB));
		}
	}

}
