package io.github.heapwise.gc.endpoint;

import io.github.heapwise.endpoint.Parameter;
import io.github.heapwise.endpoint.Problem;
import io.github.heapwise.endpoint.TextOrJson;
import io.github.heapwise.gc.CollectionRefusedException;
import io.github.heapwise.gc.CollectionRunner;
import io.github.heapwise.gc.GcEvent;
import io.github.heapwise.gc.GcEvents;
import io.github.heapwise.gc.GcMonitor;
import io.github.heapwise.gc.GcTraceFormat;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.actuate.endpoint.Access;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;
import org.springframework.boot.actuate.endpoint.web.annotation.WebEndpoint;

/**
 * {@link WebEndpoint @WebEndpoint} to expose what the collector does, and to run a
 * collection where the user permits writing.
 */
@WebEndpoint(id = "memorygc", defaultAccess = Access.READ_ONLY)
public class GcEndpoint {

	private final GcMonitor monitor;

	private final CollectionRunner runner;

	public GcEndpoint(GcMonitor monitor, CollectionRunner runner) {
		this.monitor = monitor;
		this.runner = runner;
	}

	@ReadOperation(producesFrom = TextOrJson.class, produces = TextOrJson.ACTUATOR_JSON_TYPE)
	public WebEndpointResponse<?> gc(@Nullable TextOrJson format, @Nullable String since) {
		return new Parameter("since", since).sequence()
			.map((from) -> TextOrJson.respond(format, () -> trace(from.orElse(0L)),
					() -> GcDescriptor.of(this.monitor, from.orElse(null))))
			.orElseProblem();
	}

	@WriteOperation
	public WebEndpointResponse<?> collect() {
		try {
			return new WebEndpointResponse<>(CollectionDescriptor.of(this.runner.run()));
		}
		catch (CollectionRefusedException ex) {
			String message = String.valueOf(ex.getMessage());
			return ((ex.retryAfter() != null) ? Problem.busy(message) : Problem.unavailable(message)).toResponse();
		}
	}

	// All that are kept go through the format: the share of a minute needs the ones
	// before.
	private String trace(long since) {
		GcTraceFormat format = GcTraceFormat.ofThisJvm();
		GcEvents kept = this.monitor.events(null);
		long asked = (since > kept.nextSequence()) ? 0 : since;
		StringBuilder text = new StringBuilder();
		long sequence = kept.firstSequence();
		for (GcEvent event : kept.events()) {
			if (sequence++ >= asked) {
				text.append(format.line(event)).append('\n');
			}
			else {
				format.skip(event);
			}
		}
		return text.toString();
	}

}
