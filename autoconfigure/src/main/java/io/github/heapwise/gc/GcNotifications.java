package io.github.heapwise.gc;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import javax.management.ListenerNotFoundException;
import javax.management.Notification;
import javax.management.NotificationEmitter;
import javax.management.NotificationListener;
import javax.management.openmbean.CompositeData;

import com.sun.management.GarbageCollectionNotificationInfo;
import com.sun.management.GcInfo;
import io.github.heapwise.jvm.TotalAllocatedBytes;
import org.jspecify.annotations.Nullable;

/**
 * Makes events of the notifications of this JVM's collectors. Durations are in whole
 * milliseconds.
 * <p>
 * The JVM notifies on one thread of its own, which also serves everybody else: whoever
 * receives the events must return at once. Some 20 us an event.
 */
final class GcNotifications implements AutoCloseable {

	private static final long NANOS_PER_MILLI = 1_000_000;

	private final Consumer<GcEvent> onEvent;

	private final Consumer<Throwable> onFailure;

	private final JvmTime time;

	private final TotalAllocatedBytes allocated = new TotalAllocatedBytes();

	private final Set<String> heapPools = ManagementFactory.getMemoryPoolMXBeans()
		.stream()
		.filter((pool) -> pool.getType() == MemoryType.HEAP)
		.map(MemoryPoolMXBean::getName)
		.collect(Collectors.toUnmodifiableSet());

	private final NotificationListener listener = (notification, handback) -> notified(notification);

	private final List<NotificationEmitter> emitters = new ArrayList<>();

	// used by the JVM's thread only, but for the first value
	private long lastAllocatedBytes = this.allocated.read();

	/**
	 * Start listening.
	 * @param time converts times of the JVM
	 * @param onEvent receives the events
	 * @param onFailure told when an event could not be made
	 */
	GcNotifications(JvmTime time, Consumer<GcEvent> onEvent, Consumer<Throwable> onFailure) {
		this.time = time;
		this.onEvent = onEvent;
		this.onFailure = onFailure;
		for (GarbageCollectorMXBean bean : ManagementFactory.getGarbageCollectorMXBeans()) {
			if (bean instanceof NotificationEmitter emitter) {
				emitter.addNotificationListener(this.listener, null, null);
				this.emitters.add(emitter);
			}
		}
	}

	/**
	 * Return whether any collector of this JVM emits notifications.
	 * @return {@code false} if there will be no event
	 */
	boolean areEmitted() {
		return !this.emitters.isEmpty();
	}

	@Override
	public void close() {
		for (NotificationEmitter emitter : this.emitters) {
			try {
				emitter.removeNotificationListener(this.listener);
			}
			catch (ListenerNotFoundException ex) {
				// somebody removed all listeners: what was wanted
			}
		}
		this.emitters.clear();
	}

	private void notified(Notification notification) {
		if (notification.getType().equals(GarbageCollectionNotificationInfo.GARBAGE_COLLECTION_NOTIFICATION)
				&& notification.getUserData() instanceof CompositeData data) {
			try {
				this.onEvent.accept(event(GarbageCollectionNotificationInfo.from(data)));
			}
			// The JVM would not tell whoever else listens to this collector.
			catch (RuntimeException | Error ex) {
				this.onFailure.accept(ex);
			}
		}
	}

	private GcEvent event(GarbageCollectionNotificationInfo info) {
		GcInfo details = info.getGcInfo();
		GcKind kind = GcKind.of(info.getGcAction());
		return new GcEvent(this.time.instant(details.getStartTime()), details.getStartTime(), info.getGcName(), kind,
				null, info.getGcCause(), info.getGcAction(), details.getDuration() * NANOS_PER_MILLI, false,
				allocatedSinceLastEvent(), heap(details, kind));
	}

	private @Nullable Long allocatedSinceLastEvent() {
		long before = this.lastAllocatedBytes;
		this.lastAllocatedBytes = this.allocated.read();
		return (this.lastAllocatedBytes != TotalAllocatedBytes.UNKNOWN) ? Math.max(0, this.lastAllocatedBytes - before)
				: null;
	}

	// Pauses within a concurrent cycle are reported with empty pools.
	private @Nullable HeapChange heap(GcInfo details, GcKind kind) {
		Map<String, MemoryUsage> before = heapPools(details.getMemoryUsageBeforeGc());
		Map<String, MemoryUsage> after = heapPools(details.getMemoryUsageAfterGc());
		if (after.values().stream().allMatch((usage) -> usage.getCommitted() == 0)) {
			return null;
		}
		List<PoolChange> pools = new ArrayList<>();
		long committedBefore = 0;
		for (Map.Entry<String, MemoryUsage> pool : after.entrySet()) {
			MemoryUsage was = before.getOrDefault(pool.getKey(), pool.getValue());
			committedBefore += was.getCommitted();
			pools.add(new PoolChange(pool.getKey(), was.getUsed(), pool.getValue().getUsed(),
					pool.getValue().getCommitted()));
		}
		return new HeapChange(pools.stream().mapToLong(PoolChange::beforeBytes).sum(),
				pools.stream().mapToLong(PoolChange::afterBytes).sum(), committedBefore,
				pools.stream().mapToLong(PoolChange::committedBytes).sum(), promoted(kind, pools), pools);
	}

	private Map<String, MemoryUsage> heapPools(Map<String, MemoryUsage> usageByPool) {
		Map<String, MemoryUsage> heap = new TreeMap<>(usageByPool);
		heap.keySet().retainAll(this.heapPools);
		return heap;
	}

	private static @Nullable Long promoted(GcKind kind, List<PoolChange> pools) {
		if (kind != GcKind.YOUNG) {
			return null;
		}
		return Math.max(0,
				pools.stream()
					.filter((pool) -> OldGeneration.isPool(pool.name()))
					.mapToLong((pool) -> pool.afterBytes() - pool.beforeBytes())
					.sum());
	}

}
