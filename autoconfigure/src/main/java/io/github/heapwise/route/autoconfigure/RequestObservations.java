package io.github.heapwise.route.autoconfigure;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;

/**
 * Follows requests by the observations that Spring makes of them.
 *
 * @param <C> context of the observations
 */
final class RequestObservations<C extends Observation.Context> implements ObservationHandler<C> {

	private final Class<C> type;

	private final GuardedAccounting<C> accounting;

	RequestObservations(Class<C> type, GuardedAccounting<C> accounting) {
		this.type = type;
		this.accounting = accounting;
	}

	@Override
	public boolean supportsContext(Observation.Context context) {
		return this.type.isInstance(context);
	}

	@Override
	public void onStart(C context) {
		this.accounting.started(context);
	}

	@Override
	public void onScopeOpened(C context) {
		this.accounting.opened(context);
	}

	@Override
	public void onScopeClosed(C context) {
		this.accounting.closed(context);
	}

	@Override
	public void onStop(C context) {
		this.accounting.stopped(context);
	}

}
