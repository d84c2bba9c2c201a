package io.github.heapwise.gc;

import java.time.Instant;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;

/**
 * A collection, or one of the pauses of a concurrent one.
 *
 * @param time when it began, by the clock on the wall
 * @param uptimeMillis when it began, in milliseconds since the JVM was initialized, which
 * nobody can set back
 * @param collector name of the collector as the JVM gives it
 * @param kind what it was
 * @param phase what the JVM calls it more precisely, such as {@code Pause Remark} or
 * {@code Young (Prepare Mixed)}, {@code null} where only the action is known
 * @param cause why it ran, such as {@code G1 Evacuation Pause}
 * @param action what the notification said, such as {@code end of minor GC}
 * @param durationNanos how long it took
 * @param exact whether time and duration are exact; they are in whole milliseconds
 * otherwise
 * @param allocatedBytes what the application allocated since the event before,
 * {@code null} where this JVM does not tell
 * @param heap what it did to the heap, {@code null} where the JVM does not tell: for
 * pauses within a concurrent cycle
 */
public record GcEvent(Instant time, long uptimeMillis, String collector, GcKind kind, @Nullable String phase,
		String cause, String action, long durationNanos, boolean exact, @Nullable Long allocatedBytes,
		@Nullable HeapChange heap) {

	/**
	 * Return whether the application stood still.
	 * @return {@code false} for a concurrent cycle
	 */
	public boolean isPause() {
		return this.kind.isPause();
	}

	/**
	 * Return what it left in the heap, which is near to what is alive. Remark and Cleanup
	 * of G1 report the heap too, but leave the young generation as it is.
	 * @return bytes, {@code null} where it did not collect, or the JVM does not tell
	 */
	public @Nullable Long liveBytes() {
		return (this.heap != null && this.kind != GcKind.OTHER) ? (Long) this.heap.afterBytes() : null;
	}

	/**
	 * Return when it ended.
	 * @return the end
	 */
	public Instant end() {
		return this.time.plusNanos(this.durationNanos);
	}

	/**
	 * Return when it ended, in milliseconds since the JVM was initialized.
	 * @return the end
	 */
	public long endUptimeMillis() {
		return this.uptimeMillis + TimeUnit.NANOSECONDS.toMillis(this.durationNanos);
	}

	GcEvent withExact(GcKind exactKind, @Nullable String exactPhase, Instant exactTime, long exactNanos) {
		return new GcEvent(exactTime, this.uptimeMillis, this.collector, exactKind, exactPhase, this.cause, this.action,
				exactNanos, true, this.allocatedBytes, this.heap);
	}

}
