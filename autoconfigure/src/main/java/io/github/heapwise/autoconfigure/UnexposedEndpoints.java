package io.github.heapwise.autoconfigure;

import java.util.Arrays;
import java.util.List;
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
		return withoutExcluded(all());
	}

	/**
	 * Return the line of configuration that opens them.
	 * @return the line, or {@code null} where all are exposed
	 */
	public @Nullable String propertyLine() {
		List<HeapwiseEndpoint> all = all();
		if (all.isEmpty()) {
			return null;
		}
		List<HeapwiseEndpoint> forgotten = withoutExcluded(all);
		return forgotten.isEmpty() ? excludeWithout(all) : Exposure.covering(forgotten).propertyLine();
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

	private String excludeWithout(List<HeapwiseEndpoint> endpoints) {
		return this.exclude.stream()
			.filter((pattern) -> endpoints.stream().noneMatch((endpoint) -> matches(pattern, endpoint.id())))
			.sorted()
			.collect(Collectors.joining(",", EXCLUDE + "=", ""));
	}

	private List<HeapwiseEndpoint> withoutExcluded(List<HeapwiseEndpoint> endpoints) {
		return endpoints.stream().filter((endpoint) -> !isExcluded(endpoint.id())).toList();
	}

	private boolean isExcluded(EndpointId id) {
		return this.exclude.stream().anyMatch((pattern) -> matches(pattern, id));
	}

	private static boolean matches(String pattern, EndpointId id) {
		return pattern.equals("*") || EndpointId.fromPropertyValue(pattern).equals(id);
	}

}
