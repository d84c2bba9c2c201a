package io.github.heapwise.route.endpoint;

import io.github.heapwise.endpoint.TextOrJson;
import io.github.heapwise.route.RouteReporter;

import org.springframework.boot.actuate.endpoint.OperationResponseBody;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.web.annotation.WebEndpoint;

/**
 * {@link WebEndpoint @WebEndpoint} to expose what requests cost, by route.
 */
@WebEndpoint(id = "memoryroutes")
public class RoutesEndpoint {

	private final RouteReporter reporter;

	public RoutesEndpoint(RouteReporter reporter) {
		this.reporter = reporter;
	}

	@ReadOperation(produces = { "application/json", TextOrJson.ACTUATOR_JSON_TYPE })
	public OperationResponseBody routes() {
		return RoutesDescriptor.of(this.reporter.report());
	}

}
