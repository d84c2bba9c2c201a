package io.github.heapwise.endpoint;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What a request to one of our endpoints asks for.
 *
 * @param endpoint the endpoint
 * @param segments path segments below the endpoint's own path
 */
record EndpointTarget(HeapwiseEndpoint endpoint, List<String> segments) {

	EndpointTarget {
		segments = List.copyOf(segments);
	}

	/**
	 * Whether this is a static file: its path holds the version of its content.
	 * @return whether it never changes
	 */
	boolean isVersioned() {
		return this.endpoint == HeapwiseEndpoint.UI && this.segments.size() > 1;
	}

	/**
	 * Return the name of the file this request downloads, such as {@code folded.txt}.
	 * @return the last segment, or {@code null} where it is not a file name
	 */
	@Nullable String download() {
		if (this.endpoint == HeapwiseEndpoint.UI || this.segments.isEmpty()) {
			return null;
		}
		String last = this.segments.get(this.segments.size() - 1);
		return last.contains(".") ? last : null;
	}

}
