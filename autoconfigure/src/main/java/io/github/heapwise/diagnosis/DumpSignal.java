package io.github.heapwise.diagnosis;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * What a heap dump of this process shows of those that hold the memory.
 *
 * @param id names the dump
 * @param time when it was taken
 * @param heap who holds the largest part of the heap, as a part of all that is reachable;
 * {@code null} where nobody holds much, like for the others
 * @param directBuffers who holds most direct buffers
 * @param classLoaders who holds most class loaders that loaded the same classes again
 */
public record DumpSignal(String id, Instant time, @Nullable Holder heap, @Nullable Holder directBuffers,
		@Nullable Holder classLoaders) {

	/**
	 * Who holds something.
	 *
	 * @param name class, and field where that is known
	 * @param type class of what it holds
	 * @param objects how many it holds
	 * @param ratio which part it holds
	 */
	public record Holder(String name, String type, long objects, double ratio) {

	}

}
