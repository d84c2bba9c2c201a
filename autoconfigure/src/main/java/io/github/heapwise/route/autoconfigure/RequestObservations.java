package io.github.heapwise.route.autoconfigure;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

import io.github.heapwise.route.RequestAccounting;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

/**
 * Follows requests by the observations that Spring makes of them. Whatever goes wrong
 * here never reaches the request.
 *
 * @param <C> context of the observations
 */
final class RequestObservations<C extends Observation.Context> implements ObservationHandler<C> {

	private static final Log logger = LogFactory.getLog(RequestAccounting.class);

	private final Class<C> type;

	private final Consumer<C> started;

	private final Consumer<C> opened;

	private final Consumer<C> closed;

	private final Consumer<C> stopped;

	private final AtomicBoolean reported = new AtomicBoolean();

	RequestObservations(Class<C> type, RequestAccounting<C> accounting) {
		this.type = type;
		this.started = accounting::started;
		this.opened = accounting::opened;
		this.closed = accounting::closed;
		this.stopped = accounting::stopped;
	}

	@Override
	public boolean supportsContext(Observation.Context context) {
		return this.type.isInstance(context);
	}

	@Override
	public void onStart(C context) {
		guarded(this.started, context);
	}

	@Override
	public void onScopeOpened(C context) {
		guarded(this.opened, context);
	}

	@Override
	public void onScopeClosed(C context) {
		guarded(this.closed, context);
	}

	@Override
	public void onStop(C context) {
		guarded(this.stopped, context);
	}

	private void guarded(Consumer<C> task, C context) {
		try {
			task.accept(context);
		}
		catch (RuntimeException | Error ex) {
			if (this.reported.compareAndSet(false, true)) {
				logger.warn("A request was not accounted for (%s). This is said once".formatted(ex));
			}
		}
	}

}
