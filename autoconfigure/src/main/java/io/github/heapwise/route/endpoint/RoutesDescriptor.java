package io.github.heapwise.route.endpoint;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;

import io.github.heapwise.route.RouteReport;
import io.github.heapwise.route.RouteSettings;
import io.github.heapwise.route.RoutesWindow;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.actuate.endpoint.OperationResponseBody;

/**
 * What requests cost, as it is sent.
 *
 * @param time when it was asked
 * @param mode how well it is known what most requests allocated
 * @param unavailableReason why that is not known
 * @param windowMillis time that the figures cover at most
 * @param intervalMillis length of an interval
 * @param from since when they do
 * @param gcUnknownRequests requests of which nobody knows whether they met a pause, if
 * any
 * @param routes the routes, those that allocated most first
 * @param other what routes beyond the limit cost together
 */
record RoutesDescriptor(Instant time, String mode, @Nullable String unavailableReason, long windowMillis,
		long intervalMillis, Instant from, @Nullable Long gcUnknownRequests, List<RouteDescriptor> routes,
		@Nullable RouteDescriptor other) implements OperationResponseBody {

	static RoutesDescriptor of(RouteReport report) {
		RoutesWindow window = report.window();
		return new RoutesDescriptor(window.time().truncatedTo(ChronoUnit.MILLIS),
				report.mode().name().toLowerCase(Locale.ROOT), report.unavailableReason(), window.window().toMillis(),
				RouteSettings.SLICE.toMillis(), window.from().truncatedTo(ChronoUnit.MILLIS),
				(window.unjoinedRequests() > 0) ? window.unjoinedRequests() : null,
				report.routes().stream().map((cost) -> RouteDescriptor.of(cost, window)).toList(),
				(report.other() != null) ? RouteDescriptor.of(report.other(), window) : null);
	}

}
