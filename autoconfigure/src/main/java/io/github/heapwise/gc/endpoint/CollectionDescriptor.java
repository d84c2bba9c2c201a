package io.github.heapwise.gc.endpoint;

import io.github.heapwise.gc.CollectionRun;

import org.springframework.boot.actuate.endpoint.OperationResponseBody;

/**
 * What a collection did that was asked for.
 *
 * @param before the heap before
 * @param after the heap after
 * @param freedBytes bytes that are free now and were not before
 * @param durationMillis how long the request waited for it
 */
public record CollectionDescriptor(Heap before, Heap after, long freedBytes,
		long durationMillis) implements OperationResponseBody {

	static CollectionDescriptor of(CollectionRun run) {
		return new CollectionDescriptor(new Heap(run.usedBeforeBytes(), run.committedBeforeBytes()),
				new Heap(run.usedAfterBytes(), run.committedAfterBytes()), run.freedBytes(), run.durationMillis());
	}

	/**
	 * The heap at a moment.
	 *
	 * @param heapUsedBytes used bytes
	 * @param heapCommittedBytes its size
	 */
	public record Heap(long heapUsedBytes, long heapCommittedBytes) {

	}

}
