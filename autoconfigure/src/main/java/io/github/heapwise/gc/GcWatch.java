package io.github.heapwise.gc;

import java.time.Clock;

import io.github.heapwise.jvm.TotalAllocatedBytes;
import org.jspecify.annotations.Nullable;

/**
 * What a monitor has while it watches: notifications go through the matching into ring,
 * trend and listeners.
 */
final class GcWatch implements AutoCloseable {

	private final GcSettings settings;

	private final GcListeners listeners;

	private final JvmTime time;

	private final long startedMillis;

	private final GcEventRing ring;

	private final LiveTrend trend = new LiveTrend();

	// used under the lock of the matching
	private final OldCleaning cleaning = new OldCleaning();

	private final TotalAllocatedBytes allocated = new TotalAllocatedBytes();

	private final long allocatedAtStart = this.allocated.read();

	private final PauseMatching matching;

	private final GcNotifications notifications;

	// written under the lock of the matching
	private volatile long publishedAllocatedBytes;

	GcWatch(GcSettings settings, GcListeners listeners, Clock clock, boolean remarkIsNotified) {
		this.settings = settings;
		this.listeners = listeners;
		this.time = new JvmTime(clock);
		this.startedMillis = this.time.nowMillis();
		this.ring = new GcEventRing(settings.maxEvents());
		this.matching = new PauseMatching(remarkIsNotified, clock, this.time, this::publish);
		this.notifications = new GcNotifications(this.time, this.matching::notified, listeners::notCounted);
	}

	boolean isNotified() {
		return this.notifications.areEmitted();
	}

	PauseMatching matching() {
		return this.matching;
	}

	GcEvents events(@Nullable Long since) {
		this.matching.passOnComplete();
		return this.ring.since(since);
	}

	GcSummary summary() {
		GcEvents kept = events(null);
		boolean all = kept.firstSequence() == 0;
		long completeMillis = all ? this.startedMillis : kept.events().get(0).endUptimeMillis();
		return GcSummary.of(kept.events(), this.settings.window(), completeMillis, this.time.nowMillis(),
				allocatedSincePublished(), this.trend.get());
	}

	GcTrend trend() {
		return this.trend.get();
	}

	LiveFloor floor() {
		return this.trend.floor(this.time.originMillis());
	}

	long heapBytes() {
		return this.ring.heapBytes() + LiveTrend.HEAP_BYTES;
	}

	@Override
	public void close() {
		this.notifications.close();
		this.listeners.close();
	}

	private @Nullable Long allocatedSincePublished() {
		long now = this.allocated.read();
		return (now != TotalAllocatedBytes.UNKNOWN)
				? Math.max(0, now - this.allocatedAtStart - this.publishedAllocatedBytes) : null;
	}

	private void publish(GcEvent event) {
		this.ring.add(event);
		if (event.allocatedBytes() != null) {
			this.publishedAllocatedBytes += event.allocatedBytes();
		}
		boolean cleaned = this.cleaning.endedBy(event) != null;
		Long liveBytes = event.liveBytes();
		if (liveBytes != null) {
			this.trend.add(event.endUptimeMillis(), liveBytes, cleaned);
		}
		this.listeners.tell(event);
	}

}
