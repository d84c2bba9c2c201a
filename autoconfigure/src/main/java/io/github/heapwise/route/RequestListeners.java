package io.github.heapwise.route;

import java.util.Arrays;

/**
 * All who are told of requests. Thread-safe, and telling makes no garbage.
 */
final class RequestListeners implements RequestListener {

	// an array, since iterators are garbage
	private volatile RequestListener[] listeners = new RequestListener[0];

	synchronized void add(RequestListener listener) {
		RequestListener[] more = Arrays.copyOf(this.listeners, this.listeners.length + 1);
		more[more.length - 1] = listener;
		this.listeners = more;
	}

	@Override
	public void allocated(int route, Outcome outcome, long allocatedBytes) {
		for (RequestListener listener : this.listeners) {
			listener.allocated(route, outcome, allocatedBytes);
		}
	}

	@Override
	public void paused(int route, long pauseNanos) {
		for (RequestListener listener : this.listeners) {
			listener.paused(route, pauseNanos);
		}
	}

}
