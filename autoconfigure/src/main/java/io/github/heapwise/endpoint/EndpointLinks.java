package io.github.heapwise.endpoint;

import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.actuate.endpoint.web.PathMappedEndpoints;
import org.springframework.util.StringUtils;

/**
 * Links from one of our endpoints to another, wherever the user maps them.
 */
public class EndpointLinks {

	private final Supplier<? extends @Nullable PathMappedEndpoints> endpoints;

	/**
	 * Create a new instance.
	 * @param endpoints supplies the exposed endpoints, {@code null} if there are none;
	 * not asked before the first link
	 */
	public EndpointLinks(Supplier<? extends @Nullable PathMappedEndpoints> endpoints) {
		this.endpoints = endpoints;
	}

	/**
	 * Return the way from one endpoint to another.
	 * @param from the endpoint that answers with the link
	 * @param to the other endpoint
	 * @param below decoded path below that, empty or with a leading slash
	 * @return an encoded URL relative to the first, {@code null} where one of them is not
	 * exposed
	 */
	public @Nullable String between(HeapwiseEndpoint from, HeapwiseEndpoint to, String below) {
		PathMappedEndpoints exposed = this.endpoints.get();
		String base = (exposed != null) ? exposed.getPath(from.id()) : null;
		String target = (exposed != null) ? exposed.getPath(to.id()) : null;
		return (base != null && target != null) ? RelativeUrl.between(withoutSlash(base), withoutSlash(target) + below)
				: null;
	}

	private static String withoutSlash(String path) {
		return StringUtils.trimTrailingCharacter(path, '/');
	}

}
