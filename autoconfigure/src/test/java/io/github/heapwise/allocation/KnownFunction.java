package io.github.heapwise.allocation;

import java.util.function.Consumer;

/**
 * A function of {@link KnownAllocations} and the bytes one call allocates on a 64-bit JVM
 * with compressed class pointers: headers of 12 bytes, 16 for arrays, sizes a multiple of
 * 8.
 */
enum KnownFunction {

	POINTS("points", object(2 * Integer.BYTES), KnownAllocations::points),

	SMALL_ARRAYS("smallArrays", array(48, Byte.BYTES), KnownAllocations::smallArrays),

	COPIES("copies", array(48, Byte.BYTES), KnownAllocations::copies),

	// fields of 8 bytes are aligned
	BOXES("boxes", object(4 + Long.BYTES), KnownAllocations::boxes),

	VARARGS("varargs", array(3, Integer.BYTES), KnownAllocations::varargs),

	MEDIUM_ARRAYS("mediumArrays", array(500, Integer.BYTES), KnownAllocations::mediumArrays),

	PAGES("pages", array(16 << 10, Byte.BYTES), KnownAllocations::pages),

	BUFFERS("buffers", array(64 << 10, Byte.BYTES), KnownAllocations::buffers),

	LARGE_ARRAYS("largeArrays", array(256 << 10, Byte.BYTES), KnownAllocations::largeArrays),

	SMALL_AFTER_LARGE("smallAfterLarge", array(20, Character.BYTES), KnownAllocations::smallAfterLarge),

	HUGE_ARRAYS("hugeArrays", array(512 << 10, Long.BYTES), KnownAllocations::hugeArrays),

	ROWS("rows", array(8, Integer.BYTES), KnownAllocations::rows),

	TEXTS("texts", array(100, Character.BYTES), KnownAllocations::texts);

	private final String methodName;

	private final long bytes;

	private final Consumer<KnownAllocations> function;

	KnownFunction(String methodName, long bytes, Consumer<KnownAllocations> function) {
		this.methodName = methodName;
		this.bytes = bytes;
		this.function = function;
	}

	String methodName() {
		return this.methodName;
	}

	long bytes() {
		return this.bytes;
	}

	void run(KnownAllocations allocations) {
		this.function.accept(allocations);
	}

	private static long object(long fieldBytes) {
		return aligned(12 + fieldBytes);
	}

	private static long array(long length, long elementBytes) {
		return aligned(16 + length * elementBytes);
	}

	private static long aligned(long bytes) {
		return (bytes + 7) / 8 * 8;
	}

}
