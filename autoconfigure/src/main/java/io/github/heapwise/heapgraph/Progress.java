package io.github.heapwise.heapgraph;

import java.util.function.DoubleConsumer;

import io.github.heapwise.hprof.CancelSignal;

/**
 * How far long work has come, phase after phase, and whether it shall go on.
 */
final class Progress {

	private final CancelSignal cancel;

	private final DoubleConsumer listener;

	private double start;

	private double share;

	/**
	 * Start at 0.
	 * @param cancel asked at every step
	 * @param listener told how much is done, from 0 to 1
	 */
	Progress(CancelSignal cancel, DoubleConsumer listener) {
		this.cancel = cancel;
		this.listener = listener;
	}

	/**
	 * Return what cares for nothing.
	 * @return progress that nobody sees
	 */
	static Progress unseen() {
		return new Progress(CancelSignal.NEVER, (ratio) -> {
		});
	}

	CancelSignal cancel() {
		return this.cancel;
	}

	/**
	 * Begin the next phase.
	 * @param share how much of all the work it is, from 0 to 1
	 */
	synchronized void phase(double share) {
		this.start += this.share;
		this.share = share;
		at(0, 1);
	}

	/**
	 * Tell how far the phase has come.
	 * @param done what is done
	 * @param total what there is to do
	 * @throws java.util.concurrent.CancellationException if the work shall stop
	 */
	synchronized void at(long done, long total) {
		this.cancel.check();
		this.listener.accept(Math.min(1, this.start + this.share * done / Math.max(1, total)));
	}

}
