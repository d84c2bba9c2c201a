package io.github.heapwise.memory.endpoint;

import io.github.heapwise.memory.MemoryMonitor;
import io.github.heapwise.memory.MemoryScreen;
import io.github.heapwise.memory.MemorySnapshot;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;
import org.springframework.boot.actuate.endpoint.web.annotation.WebEndpoint;
import org.springframework.util.MimeType;

/**
 * {@link WebEndpoint @WebEndpoint} to expose what the process holds now.
 */
@WebEndpoint(id = "memory")
public class MemoryEndpoint {

	private static final String ACTUATOR_JSON = "application/vnd.spring-boot.actuator.v3+json";

	private static final MimeType TEXT = MimeType.valueOf("text/plain;charset=UTF-8");

	private final MemoryMonitor monitor;

	public MemoryEndpoint(MemoryMonitor monitor) {
		this.monitor = monitor;
	}

	// The actuator's own JSON type too: a client may ask for nothing else.
	@ReadOperation(producesFrom = MemoryFormat.class, produces = ACTUATOR_JSON)
	public WebEndpointResponse<?> memory(@Nullable MemoryFormat format) {
		MemorySnapshot memory = this.monitor.read();
		if (format == null) {
			return new WebEndpointResponse<>(MemoryDescriptor.of(memory), MimeType.valueOf(ACTUATOR_JSON));
		}
		return switch (format) {
			case TEXT -> new WebEndpointResponse<>(MemoryScreen.draw(memory), TEXT);
			case JSON -> new WebEndpointResponse<>(MemoryDescriptor.of(memory), format);
		};
	}

}
