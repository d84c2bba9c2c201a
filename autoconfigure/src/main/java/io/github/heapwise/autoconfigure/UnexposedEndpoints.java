package io.github.heapwise.autoconfigure;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import io.github.heapwise.endpoint.HeapwiseEndpoint;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.actuate.endpoint.Access;
import org.springframework.boot.actuate.endpoint.EndpointAccessResolver;
import org.springframework.boot.actuate.endpoint.EndpointId;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.web.PathMappedEndpoints;
import org.springframework.context.ApplicationContext;
import org.springframework.core.annotation.MergedAnnotation;
import org.springframework.core.annotation.MergedAnnotations;

/**
 * Our endpoints that are there and permitted but that the user did not expose over HTTP.
 * <p>
 * Asking discovers endpoints, so ask once the application has started.
 */
public class UnexposedEndpoints {

	private static final String EXCLUDE = "management.endpoints.web.exposure.exclude";

	private final ApplicationContext context;

	private final EndpointAccessResolver access;

	private final Set<String> exclude;

	UnexposedEndpoints(ApplicationContext context, EndpointAccessResolver access, Set<String> exclude) {
		this.context = context;
		this.access = access;
		this.exclude = Set.copyOf(exclude);
	}

	/**
	 * Return the endpoints that exposing them would open, without those the user
	 * excludes.
	 * @return the endpoints in the order of their declaration
	 */
	List<HeapwiseEndpoint> forgotten() {
		return all().stream().filter((endpoint) -> !isExcluded(endpoint.id())).toList();
	}

	/**
	 * Return the line of configuration that opens each endpoint that is not exposed.
	 * @return the lines by endpoint id
	 */
	public Map<String, String> propertyLineById() {
		return all().stream().collect(Collectors.toMap((endpoint) -> endpoint.id().toString(), this::propertyLine));
	}

	private List<HeapwiseEndpoint> all() {
		PathMappedEndpoints exposed = this.context.getBean(PathMappedEndpoints.class);
		return Arrays.stream(this.context.getBeanNamesForAnnotation(Endpoint.class))
			.map(this::permitted)
			.filter(Objects::nonNull)
			.filter((endpoint) -> exposed.getEndpoint(endpoint.id()) == null)
			.sorted()
			.toList();
	}

	private @Nullable HeapwiseEndpoint permitted(String beanName) {
		Class<?> type = Objects.requireNonNull(this.context.getType(beanName));
		MergedAnnotation<Endpoint> annotation = MergedAnnotations.from(type).get(Endpoint.class);
		EndpointId id = EndpointId.of(annotation.getString("id"));
		Access permitted = this.access.accessFor(id, annotation.getEnum("defaultAccess", Access.class));
		return (permitted != Access.NONE) ? HeapwiseEndpoint.of(id) : null;
	}

	private String propertyLine(HeapwiseEndpoint endpoint) {
		return isExcluded(endpoint.id()) ? EXCLUDE + "=" + excludeWithout(endpoint.id())
				: Exposure.covering(List.of(endpoint)).propertyLine();
	}

	private String excludeWithout(EndpointId id) {
		return this.exclude.stream()
			.filter((pattern) -> !matches(pattern, id))
			.sorted()
			.collect(Collectors.joining(","));
	}

	private boolean isExcluded(EndpointId id) {
		return this.exclude.stream().anyMatch((pattern) -> matches(pattern, id));
	}

	private static boolean matches(String pattern, EndpointId id) {
		return pattern.equals("*") || EndpointId.fromPropertyValue(pattern).equals(id);
	}

}
