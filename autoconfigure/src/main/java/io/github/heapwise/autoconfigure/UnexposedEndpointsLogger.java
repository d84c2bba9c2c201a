package io.github.heapwise.autoconfigure;

import java.util.List;
import java.util.stream.Collectors;

import io.github.heapwise.endpoint.HeapwiseEndpoint;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationListener;

/**
 * Says once, when the application is ready, which of our endpoints wait to be exposed and
 * how. Silent when there are none.
 */
class UnexposedEndpointsLogger implements ApplicationListener<ApplicationReadyEvent> {

	private static final Log logger = LogFactory.getLog(UnexposedEndpointsLogger.class);

	private final ApplicationContext context;

	private final UnexposedEndpoints endpoints;

	UnexposedEndpointsLogger(ApplicationContext context, UnexposedEndpoints endpoints) {
		this.context = context;
		this.endpoints = endpoints;
	}

	@Override
	public void onApplicationEvent(ApplicationReadyEvent event) {
		if (event.getApplicationContext() == this.context) {
			log(this.endpoints.forgotten());
		}
	}

	private static void log(List<HeapwiseEndpoint> endpoints) {
		if (!endpoints.isEmpty()) {
			logger.info("Available but not exposed: %s. Expose with '%s'".formatted(ids(endpoints),
					Exposure.covering(endpoints).propertyLine()));
		}
	}

	private static String ids(List<HeapwiseEndpoint> endpoints) {
		return endpoints.stream().map((endpoint) -> "'" + endpoint.id() + "'").collect(Collectors.joining(", "));
	}

}
