package io.github.heapwise.autoconfigure;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.actuate.autoconfigure.endpoint.expose.EndpointExposure;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Adds our endpoints to those the user exposes over HTTP, where {@code heapwise.expose}
 * asks for it. The user's own list stays, and so does what it excludes.
 * <p>
 * The only place that writes a property of Boot's. It runs last, when every source of the
 * user's list has been read.
 */
class ExposureEnvironmentPostProcessor implements EnvironmentPostProcessor, Ordered {

	static final String PROPERTY_SOURCE = "heapwiseExposure";

	private static final String INCLUDE = "management.endpoints.web.exposure.include";

	@Override
	public int getOrder() {
		return Ordered.LOWEST_PRECEDENCE;
	}

	@Override
	public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
		List<String> ours = Exposure.of(environment.getProperty(Exposure.PROPERTY)).ids();
		List<String> included = included(environment);
		if (included.contains("*") || included.containsAll(ours)) {
			return;
		}
		Set<String> all = new LinkedHashSet<>(included);
		all.addAll(ours);
		environment.getPropertySources()
			.addFirst(new MapPropertySource(PROPERTY_SOURCE, Map.of(INCLUDE, String.join(",", all))));
	}

	private static List<String> included(ConfigurableEnvironment environment) {
		List<String> included = Binder.get(environment)
			.bind(INCLUDE, Bindable.listOf(String.class))
			.orElseGet(ArrayList::new);
		return included.isEmpty() ? List.of(EndpointExposure.WEB.getDefaultIncludes()) : included;
	}

}
