package io.github.heapwise.route;

import io.github.heapwise.timeline.RouteTable;
import org.jspecify.annotations.Nullable;

/**
 * Finds the route of a request, by the names Spring's own observations have, so that both
 * can be compared. Never the path that a client sent.
 *
 * @param <C> what stands for a request
 */
final class RouteNumbers<C> {

	private static final String ROOT = "root";

	private static final String NOT_FOUND = "NOT_FOUND";

	private static final String REDIRECTION = "REDIRECTION";

	private static final String UNKNOWN = "UNKNOWN";

	private static final int NOT_FOUND_STATUS = 404;

	private final WebStack<C> stack;

	private final RouteTable table;

	RouteNumbers(WebStack<C> stack, RouteTable table) {
		this.stack = stack;
		this.table = table;
	}

	/**
	 * Return the route of a request that is being served. Called on any thread.
	 * @param request the request
	 * @return number of the route, {@link RouteTable#NONE} as long as no handler is found
	 */
	int ofOpen(C request) {
		String pattern = this.stack.pattern(request);
		return (pattern != null) ? number(request, pattern) : RouteTable.NONE;
	}

	/**
	 * Return the route of a request that has ended.
	 * @param request the request
	 * @return number of the route, {@link RouteTable#NONE} if it is left out
	 */
	int ofEnded(C request) {
		return number(request, this.stack.pattern(request));
	}

	private int number(C request, @Nullable String pattern) {
		String method = this.stack.method(request);
		return (method == null || this.stack.isLeftOut(request)) ? RouteTable.NONE
				: this.table.number(method, name(request, pattern));
	}

	private String name(C request, @Nullable String pattern) {
		if (pattern != null) {
			return pattern.isEmpty() ? ROOT : pattern;
		}
		int status = this.stack.status(request);
		if (status == NOT_FOUND_STATUS) {
			return NOT_FOUND;
		}
		return (Outcome.of(status) == Outcome.REDIRECTION) ? REDIRECTION : UNKNOWN;
	}

}
