package io.github.heapwise.gc;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * Writes events as the lines of a GC trace, in the style of {@code node --trace-gc}: what
 * ran, the heap and its size before and after, how long the application stood still. One
 * instance sees all events in their order; not thread-safe.
 */
public final class GcTraceFormat {

	private static final double MEBIBYTE = 1 << 20;

	private final long pid;

	private final PauseShare share = new PauseShare();

	/**
	 * Create a format.
	 * @param pid number of the process
	 */
	public GcTraceFormat(long pid) {
		this.pid = pid;
	}

	/**
	 * Return a format for events of this JVM.
	 * @return a new format
	 */
	public static GcTraceFormat ofThisJvm() {
		return new GcTraceFormat(ProcessHandle.current().pid());
	}

	/**
	 * Count the next event without writing it: those that follow need it.
	 * @param event the event
	 */
	public void skip(GcEvent event) {
		this.share.after(event);
	}

	/**
	 * Return the line of the next event.
	 * @param event the event
	 * @return a line without its end
	 */
	public String line(GcEvent event) {
		return "[%d] %d ms: %s%s, %s ms%s (pauses %s %% of last minute) %s".formatted(this.pid, event.uptimeMillis(),
				name(event), heap(event.heap()), number(event.durationNanos() / 1e6),
				event.isPause() ? "" : " concurrent", number(100 * this.share.after(event)), event.cause());
	}

	private static String name(GcEvent event) {
		String phase = event.phase();
		if (phase != null) {
			return phase.startsWith("Pause ") ? phase.substring("Pause ".length()) : phase;
		}
		return switch (event.kind()) {
			case YOUNG -> "Young";
			case MIXED -> "Mixed";
			case FULL -> "Full";
			case CONCURRENT -> "Concurrent";
			case OTHER -> event.collector();
		};
	}

	private static String heap(@Nullable HeapChange heap) {
		return (heap == null) ? "" : " %s (%s) -> %s (%s) MB".formatted(megabytes(heap.beforeBytes()),
				megabytes(heap.committedBeforeBytes()), megabytes(heap.afterBytes()), megabytes(heap.committedBytes()));
	}

	private static String megabytes(long bytes) {
		return number(bytes / MEBIBYTE);
	}

	private static String number(double value) {
		return String.format(Locale.ROOT, "%.1f", value);
	}

}
