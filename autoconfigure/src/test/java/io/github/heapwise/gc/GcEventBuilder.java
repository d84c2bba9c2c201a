package io.github.heapwise.gc;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Makes events for tests.
 */
final class GcEventBuilder {

	static final Instant START = Instant.parse("2026-01-31T10:15:30Z");

	private static final long MEBIBYTE = 1 << 20;

	private final GcKind kind;

	private double startMillis;

	private double durationMillis;

	private @Nullable String phase;

	private @Nullable Long allocatedBytes;

	private @Nullable HeapChange heap;

	private boolean exact;

	private GcEventBuilder(GcKind kind) {
		this.kind = kind;
	}

	static GcEventBuilder a(GcKind kind) {
		return new GcEventBuilder(kind);
	}

	GcEventBuilder at(double millis) {
		this.startMillis = millis;
		return this;
	}

	GcEventBuilder taking(double millis) {
		this.durationMillis = millis;
		return this;
	}

	GcEventBuilder phase(String name) {
		this.phase = name;
		return this;
	}

	GcEventBuilder exact() {
		this.exact = true;
		return this;
	}

	GcEventBuilder allocated(long bytes) {
		this.allocatedBytes = bytes;
		return this;
	}

	/**
	 * Let it change the heap, the old generation by 1 MB.
	 * @param beforeMegabytes used before
	 * @param afterMegabytes used after
	 */
	GcEventBuilder heap(long beforeMegabytes, long afterMegabytes) {
		long before = beforeMegabytes * MEBIBYTE;
		long after = afterMegabytes * MEBIBYTE;
		this.heap = new HeapChange(before, after, 256 * MEBIBYTE, 256 * MEBIBYTE,
				(this.kind == GcKind.YOUNG) ? MEBIBYTE : null,
				List.of(new PoolChange("G1 Old Gen", 10 * MEBIBYTE, 11 * MEBIBYTE, 128 * MEBIBYTE)));
		return this;
	}

	GcEvent build() {
		return new GcEvent(instant(this.startMillis), (long) this.startMillis, "G1 Young Generation", this.kind,
				this.phase, "G1 Evacuation Pause", "end of minor GC", Math.round(this.durationMillis * 1e6), this.exact,
				this.allocatedBytes, this.heap);
	}

	static Instant instant(double millis) {
		return START.plusNanos(Math.round(millis * 1e6));
	}

}
