package io.github.heapwise.gc;

import java.time.Clock;
import java.time.Instant;
import java.util.List;

import io.github.heapwise.jvm.TotalAllocatedBytes;
import org.jspecify.annotations.Nullable;

/**
 * What a monitor has while it watches: notifications go through the matching into ring,
 * trend and listeners.
 */
final class GcWatch implements AutoCloseable {

	private final GcSettings settings;

	private final GcListeners listeners;

	private final Instant startedAt;

	private final GcEventRing ring;

	private final LiveTrend trend = new LiveTrend();

	private final TotalAllocatedBytes allocated = new TotalAllocatedBytes();

	private final PauseMatching matching;

	private final GcNotifications notifications;

	private volatile long allocatedAtLastEvent = this.allocated.read();

	GcWatch(GcSettings settings, GcListeners listeners, Clock clock, boolean remarkIsNotified) {
		this.settings = settings;
		this.listeners = listeners;
		this.startedAt = clock.instant();
		this.ring = new GcEventRing(settings.maxEvents());
		this.matching = new PauseMatching(remarkIsNotified, clock, this::publish);
		this.notifications = new GcNotifications(new JvmTime(clock), this::notified);
	}

	boolean isNotified() {
		return this.notifications.areEmitted();
	}

	PauseMatching matching() {
		return this.matching;
	}

	GcEvents events(long since) {
		this.matching.passOnComplete();
		return this.ring.since(since);
	}

	GcSummary summary(Instant now) {
		GcEvents kept = events(0);
		boolean all = kept.firstSequence() == 0;
		Instant complete = all ? this.startedAt : kept.events().get(0).end();
		return GcSummary.of(kept.events(), this.settings.window(), complete, now, allocatedSinceLastEvent(),
				this.trend.get());
	}

	long heapBytes() {
		return this.ring.heapBytes() + LiveTrend.HEAP_BYTES;
	}

	@Override
	public void close() {
		this.notifications.close();
		this.listeners.close();
	}

	private @Nullable Long allocatedSinceLastEvent() {
		long now = this.allocated.read();
		return (now != TotalAllocatedBytes.UNKNOWN) ? Math.max(0, now - this.allocatedAtLastEvent) : null;
	}

	private void notified(GcEvent event) {
		this.allocatedAtLastEvent = this.allocated.read();
		this.matching.notified(event);
	}

	private void publish(GcEvent event) {
		this.ring.add(event);
		Long liveBytes = event.liveBytes();
		if (liveBytes != null) {
			this.trend.add(event.end(), liveBytes, OldGeneration.isCleanedBy(event));
		}
		this.listeners.tell(event);
	}

}
