package io.github.heapwise.memory.endpoint;

import io.github.heapwise.endpoint.TextOrJson;
import io.github.heapwise.memory.MemoryMonitor;
import io.github.heapwise.memory.MemoryScreen;
import io.github.heapwise.memory.MemorySnapshot;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;
import org.springframework.boot.actuate.endpoint.web.annotation.WebEndpoint;

/**
 * {@link WebEndpoint @WebEndpoint} to expose what the process holds now.
 */
@WebEndpoint(id = "memory")
public class MemoryEndpoint {

	private final MemoryMonitor monitor;

	public MemoryEndpoint(MemoryMonitor monitor) {
		this.monitor = monitor;
	}

	@ReadOperation(producesFrom = TextOrJson.class, produces = TextOrJson.ACTUATOR_JSON_TYPE)
	public WebEndpointResponse<?> memory(@Nullable TextOrJson format) {
		MemorySnapshot memory = this.monitor.read();
		return TextOrJson.respond(format, () -> MemoryScreen.draw(memory), () -> MemoryDescriptor.of(memory));
	}

}
