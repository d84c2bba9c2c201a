package io.github.heapwise.autoconfigure;

import io.github.heapwise.endpoint.HeapwiseEndpoint;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.actuate.endpoint.EndpointId;
import org.springframework.boot.actuate.endpoint.web.PathMapper;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/**
 * {@link PathMapper} that nests our endpoints. Asked last, so that a path of the user's
 * wins.
 */
@Order(Ordered.LOWEST_PRECEDENCE)
class HeapwisePathMapper implements PathMapper {

	@Override
	public @Nullable String getRootPath(EndpointId endpointId) {
		HeapwiseEndpoint endpoint = HeapwiseEndpoint.of(endpointId);
		return (endpoint != null) ? endpoint.rootPath() : null;
	}

}
