package io.github.heapwise.memory.endpoint;

import io.github.heapwise.endpoint.Parameter;
import io.github.heapwise.endpoint.TextOrJson;
import io.github.heapwise.memory.MemoryHistory;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;
import org.springframework.boot.actuate.endpoint.web.annotation.WebEndpoint;

/**
 * {@link WebEndpoint @WebEndpoint} to expose what the process held in the last minutes.
 */
@WebEndpoint(id = "memoryhistory")
public class MemoryHistoryEndpoint {

	private final MemoryHistory history;

	public MemoryHistoryEndpoint(MemoryHistory history) {
		this.history = history;
	}

	@ReadOperation(produces = { "application/json", TextOrJson.ACTUATOR_JSON_TYPE })
	public WebEndpointResponse<?> history(@Nullable String since) {
		return new Parameter("since", since).sequence()
			.map((sequence) -> MemoryHistoryDescriptor.of(this.history.since(sequence.orElse(null))))
			.orElseProblem();
	}

}
