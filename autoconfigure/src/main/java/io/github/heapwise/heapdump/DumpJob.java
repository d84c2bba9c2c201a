package io.github.heapwise.heapdump;

import org.jspecify.annotations.Nullable;

/**
 * A dump that is not there yet. Thread-safe.
 */
final class DumpJob {

	private final long sequence;

	private final HeapDump wish;

	private final long diskBytes;

	private DumpState state = DumpState.QUEUED;

	private @Nullable String failure;

	private @Nullable String cancelReason;

	/**
	 * Create a job.
	 * @param sequence number of the dump
	 * @param wish the dump, queued
	 * @param diskBytes estimated length of all that is written
	 */
	DumpJob(long sequence, HeapDump wish, long diskBytes) {
		this.sequence = sequence;
		this.wish = wish;
		this.diskBytes = diskBytes;
	}

	String id() {
		return this.wish.id();
	}

	long sequence() {
		return this.sequence;
	}

	HeapDump wish() {
		return this.wish;
	}

	synchronized DumpState state() {
		return this.state;
	}

	/**
	 * Go on from the queue.
	 * @return whether to; {@code false} if it was cancelled
	 */
	synchronized boolean begin() {
		if (this.cancelReason != null) {
			return false;
		}
		this.state = DumpState.DUMPING;
		return true;
	}

	synchronized void fail(String reason) {
		this.state = DumpState.FAILED;
		this.failure = reason;
	}

	/**
	 * Have it end as soon as that is possible.
	 * @param reason why
	 */
	synchronized void cancel(String reason) {
		this.cancelReason = reason;
	}

	synchronized @Nullable String cancelReason() {
		return this.cancelReason;
	}

	/**
	 * Return how far it is.
	 * @param writtenBytes length of all that is written so far
	 * @return the dump
	 */
	synchronized HeapDump dump(long writtenBytes) {
		double progress = (this.state == DumpState.DUMPING && this.diskBytes > 0)
				? Math.min(1, writtenBytes / (double) this.diskBytes) : 0;
		return new HeapDump(this.wish.id(), this.wish.trigger(), this.wish.reason(), this.wish.live(),
				this.wish.requestedAt(), this.state, progress, this.wish.estimate(), null, this.failure);
	}

}
