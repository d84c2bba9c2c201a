package io.github.heapwise.route.autoconfigure;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

import io.github.heapwise.route.RequestAccounting;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

/**
 * Accounting of which nothing that goes wrong ever reaches the request. It is said once
 * in the log.
 *
 * @param <C> what stands for a request
 */
final class GuardedAccounting<C> {

	private static final Log logger = LogFactory.getLog(RequestAccounting.class);

	// not made anew for each request, which would be garbage
	private final Consumer<C> started;

	private final Consumer<C> opened;

	private final Consumer<C> closed;

	private final Consumer<C> stopped;

	private final AtomicBoolean reported = new AtomicBoolean();

	GuardedAccounting(RequestAccounting<C> accounting) {
		this.started = accounting::started;
		this.opened = accounting::opened;
		this.closed = accounting::closed;
		this.stopped = accounting::stopped;
	}

	void started(C request) {
		guarded(this.started, request);
	}

	void opened(C request) {
		guarded(this.opened, request);
	}

	void closed(C request) {
		guarded(this.closed, request);
	}

	void stopped(C request) {
		guarded(this.stopped, request);
	}

	private void guarded(Consumer<C> task, C request) {
		try {
			task.accept(request);
		}
		catch (RuntimeException | Error ex) {
			if (this.reported.compareAndSet(false, true)) {
				logger.warn("A request was not accounted for (%s). This is said once".formatted(ex));
			}
		}
	}

}
