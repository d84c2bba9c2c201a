package io.github.heapwise.endpoint;

import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.actuate.endpoint.EndpointId;
import org.springframework.boot.actuate.endpoint.ExposableEndpoint;
import org.springframework.boot.actuate.endpoint.web.PathMappedEndpoints;
import org.springframework.util.StringUtils;
import org.springframework.util.function.SingletonSupplier;

/**
 * Tells our requests from the host's by their path, wherever the user maps the endpoints.
 * <p>
 * Safe for use from any thread. Endpoints are discovered with the first request, not
 * while the web server starts.
 */
public class EndpointPaths {

	private final SingletonSupplier<List<Mapping>> mappings;

	/**
	 * Create a new instance.
	 * @param endpoints supplies the exposed endpoints, {@code null} if there are none;
	 * asked once
	 */
	public EndpointPaths(Supplier<? extends @Nullable PathMappedEndpoints> endpoints) {
		this.mappings = SingletonSupplier.of(() -> mappings(endpoints.get()));
	}

	/**
	 * Return whether a path is that of one of our endpoints.
	 * @param path path below the context path, or a pattern of such
	 * @return whether it is ours
	 */
	public boolean isOurs(String path) {
		return find(path) != null;
	}

	/**
	 * Return what a request asks of our endpoints.
	 * @param path decoded path below the context path
	 * @return the target, or {@code null} where the request is not ours
	 */
	@Nullable EndpointTarget find(String path) {
		for (Mapping mapping : this.mappings.obtain()) {
			if (mapping.matches(path)) {
				return mapping.target(path);
			}
		}
		return null;
	}

	// Paths nest, also ours in foreign ones and the other way round: the longest wins.
	private static List<Mapping> mappings(@Nullable PathMappedEndpoints endpoints) {
		if (endpoints == null) {
			return List.of();
		}
		return endpoints.stream()
			.map((endpoint) -> ((ExposableEndpoint<?>) endpoint).getEndpointId())
			.map((id) -> mapping(id, String.valueOf(endpoints.getPath(id))))
			.sorted(Comparator.comparingInt((Mapping mapping) -> mapping.path().length()).reversed())
			.toList();
	}

	private static Mapping mapping(EndpointId id, String path) {
		return new Mapping(StringUtils.trimTrailingCharacter(path, '/'), HeapwiseEndpoint.of(id));
	}

	/**
	 * A path and the endpoint that owns it.
	 *
	 * @param path path below the context path, without a slash at the end
	 * @param endpoint the endpoint, or {@code null} where it is foreign
	 */
	private record Mapping(String path, @Nullable HeapwiseEndpoint endpoint) {

		boolean matches(String requested) {
			return requested.startsWith(this.path)
					&& (requested.length() == this.path.length() || requested.charAt(this.path.length()) == '/');
		}

		@Nullable EndpointTarget target(String requested) {
			if (this.endpoint == null) {
				return null;
			}
			String remainder = requested.substring(this.path.length());
			return new EndpointTarget(this.endpoint, List.of(StringUtils.tokenizeToStringArray(remainder, "/")));
		}

	}

}
