package io.github.heapwise.autoconfigure;

import io.github.heapwise.endpoint.ForeignPages;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.actuate.autoconfigure.endpoint.web.CorsEndpointProperties;

/**
 * What the user has set up for pages of other sites.
 */
final class CorsSettings {

	private CorsSettings() {
	}

	static ForeignPages foreignPages(@Nullable CorsEndpointProperties cors) {
		return new ForeignPages(cors != null && cors.toCorsConfiguration() != null);
	}

}
