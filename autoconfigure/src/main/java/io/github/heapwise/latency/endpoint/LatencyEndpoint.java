package io.github.heapwise.latency.endpoint;

import io.github.heapwise.endpoint.Parameter;
import io.github.heapwise.endpoint.TextOrJson;
import io.github.heapwise.latency.LatencyMonitor;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;
import org.springframework.boot.actuate.endpoint.web.annotation.WebEndpoint;

/**
 * {@link WebEndpoint @WebEndpoint} to expose who waits, and for how long.
 */
@WebEndpoint(id = "memorylatency")
public class LatencyEndpoint {

	private final LatencyMonitor monitor;

	public LatencyEndpoint(LatencyMonitor monitor) {
		this.monitor = monitor;
	}

	@ReadOperation(produces = { "application/json", TextOrJson.ACTUATOR_JSON_TYPE })
	public WebEndpointResponse<?> latency(@Nullable String since) {
		Parameter parameter = new Parameter("since", since);
		return parameter.sequence()
			.map((sequence) -> sequence.isPresent()
					? LatencyDescriptor.of(this.monitor.read(), this.monitor.rows(sequence.get()))
					: LatencyDescriptor.of(this.monitor.read(), this.monitor.nextRow()))
			.orElseProblem();
	}

}
