package io.github.heapwise.allocation;

import java.util.List;
import java.util.Set;

import io.github.heapwise.timeline.Route;
import org.jspecify.annotations.Nullable;

/**
 * What requests allocated in the range of a profile.
 *
 * @param top the routes that allocated most, in descending order
 * @param asked the route that was asked for, {@code null} if none was
 */
public record ProfiledRoutes(List<RouteShare> top, @Nullable AskedRoute asked) {

	private static final int MAX_ROUTES = 50;

	static ProfiledRoutes none(AllocationQuery query) {
		return new ProfiledRoutes(List.of(),
				(query.route() != null) ? new AskedRoute(null, query.route(), 0, 0, false) : null);
	}

	/**
	 * Sum up a range.
	 * @param query what was asked
	 * @param bytes what routes allocated
	 * @param routes the routes by number
	 * @return the sums
	 */
	static ProfiledRoutes of(AllocationQuery query, RouteBytes bytes, List<Route> routes) {
		List<RouteShare> top = bytes.routes()
			.stream()
			.map((route) -> new RouteShare(routes.get(route), Math.round(bytes.of(route))))
			.filter((share) -> share.bytes() > 0)
			.sorted((one, other) -> Long.compare(other.bytes(), one.bytes()))
			.limit(MAX_ROUTES)
			.toList();
		return new ProfiledRoutes(top, (query.route() != null) ? AskedRoute.of(query.route(), bytes, routes) : null);
	}

	/**
	 * A route and what it allocated.
	 *
	 * @param route the route
	 * @param bytes exact where all its requests were counted, estimated otherwise
	 */
	public record RouteShare(Route route, long bytes) {
	}

	/**
	 * The route that was asked for, which is several if only their pattern was given.
	 *
	 * @param method its method, {@code null} unless there is exactly one
	 * @param pattern its pattern, or what was asked for if there is no such route
	 * @param requests requests that ended in the range
	 * @param allocatedBytes what they allocated, which the tree adds up to
	 * @param exact whether that was counted and not estimated
	 */
	public record AskedRoute(@Nullable String method, String pattern, long requests, long allocatedBytes,
			boolean exact) {

		static AskedRoute of(String asked, RouteBytes bytes, List<Route> routes) {
			Set<Integer> numbers = RouteFilter.numbers(asked, routes);
			Route only = (numbers.size() == 1) ? routes.get(numbers.iterator().next()) : null;
			long requests = numbers.stream().mapToLong(bytes::requests).sum();
			double allocated = numbers.stream().mapToDouble(bytes::of).sum();
			boolean exact = requests > 0 && numbers.stream().filter(bytes.routes()::contains).allMatch(bytes::isExact);
			return new AskedRoute((only != null) ? only.method() : null, (only != null) ? only.pattern() : asked,
					requests, Math.round(allocated), exact);
		}

	}

}
