package io.github.heapwise.memory;

/**
 * A pool of buffers outside the heap.
 *
 * @param name as the JVM calls it: {@code direct}, {@code mapped} and the like
 * @param count number of buffers
 * @param usedBytes bytes the JVM took for them
 * @param capacityBytes bytes they hold together
 */
public record BufferMemory(String name, long count, long usedBytes, long capacityBytes) {

	static final String DIRECT = "direct";

	boolean isDirect() {
		return this.name.equals(DIRECT);
	}

}
