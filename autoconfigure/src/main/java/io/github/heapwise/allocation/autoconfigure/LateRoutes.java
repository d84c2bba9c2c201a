package io.github.heapwise.allocation.autoconfigure;

import java.util.Optional;
import java.util.function.Supplier;

import io.github.heapwise.allocation.RouteSources;
import io.github.heapwise.timeline.HandlerRoutes;
import io.github.heapwise.timeline.RequestNotes;
import io.github.heapwise.timeline.RouteTable;
import io.github.heapwise.timeline.RouteTotals;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.util.function.SingletonSupplier;

/**
 * Looks for what knows of routes only once recording starts: that may need the handler
 * mappings, which come late, or the profiler itself.
 */
final class LateRoutes {

	private final Supplier<Optional<HandlerRoutes>> handlers;

	private final Supplier<Optional<RouteTotals>> totals;

	LateRoutes(ObjectProvider<HandlerRoutes> handlers, ObjectProvider<RouteTotals> totals) {
		this.handlers = SingletonSupplier.of(() -> Optional.ofNullable(handlers.getIfAvailable()));
		this.totals = SingletonSupplier.of(() -> Optional.ofNullable(totals.getIfAvailable()));
	}

	RouteSources sources(ObjectProvider<RouteTable> table, ObjectProvider<RequestNotes> notes) {
		RouteSources none = RouteSources.none();
		return new RouteSources(table.getIfAvailable(none::table), notes.getIfAvailable(none::notes), this::routeOf,
				this::forEach);
	}

	private int routeOf(String className, String methodName) {
		return this.handlers.get().map((known) -> known.routeOf(className, methodName)).orElse(RouteTable.NONE);
	}

	private void forEach(RouteTotals.Visitor visitor) {
		this.totals.get().ifPresent((known) -> known.forEach(visitor));
	}

}
