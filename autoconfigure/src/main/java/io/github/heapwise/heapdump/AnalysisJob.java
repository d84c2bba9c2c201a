package io.github.heapwise.heapdump;

import java.time.Duration;

import io.github.heapwise.heapdump.DumpAnalysis.State;
import io.github.heapwise.hprof.CancelSignal;
import org.jspecify.annotations.Nullable;

/**
 * A dump that is to be analysed, and what became of that. Thread-safe.
 */
final class AnalysisJob {

	private final String id;

	private State state = State.QUEUED;

	private double progressRatio;

	private @Nullable String reason;

	private volatile @Nullable String cancelReason;

	AnalysisJob(String id) {
		this.id = id;
	}

	String id() {
		return this.id;
	}

	/**
	 * Go on from the queue.
	 * @return whether to; {@code false} if it was cancelled
	 */
	synchronized boolean begin() {
		if (this.cancelReason != null) {
			return false;
		}
		this.state = State.RUNNING;
		return true;
	}

	synchronized void progress(double ratio) {
		this.progressRatio = ratio;
	}

	/**
	 * End it.
	 * @param endState what became of it
	 * @param endReason why, or {@code null}
	 */
	synchronized void end(State endState, @Nullable String endReason) {
		this.state = endState;
		this.reason = endReason;
	}

	/**
	 * Have it end as soon as that is possible.
	 * @param why a sentence
	 */
	void cancel(String why) {
		this.cancelReason = why;
	}

	boolean isCancelled() {
		return this.cancelReason != null;
	}

	synchronized boolean isWorking() {
		return this.state == State.QUEUED || this.state == State.RUNNING;
	}

	/**
	 * Return what tells it to stop: that it was cancelled, or takes too long.
	 * @param timeout how long it may take from now on
	 * @return the signal
	 */
	CancelSignal signal(Duration timeout) {
		long start = System.nanoTime();
		return () -> {
			boolean late = System.nanoTime() - start > timeout.toNanos();
			return (this.cancelReason != null || !late) ? this.cancelReason
					: "Heap dump not analysed: it takes longer than the %s that 'heapwise.heapdump.analysis.timeout' allows"
						.formatted(TimeText.of(timeout.toNanos()));
		};
	}

	synchronized DumpAnalysis analysis() {
		return new DumpAnalysis(this.state, this.progressRatio, this.reason, null);
	}

}
