package io.github.heapwise.endpoint;

import java.util.List;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * What a request to one of our endpoints asks for.
 *
 * @param endpoint the endpoint
 * @param segments path segments below the endpoint's own path
 */
record EndpointTarget(HeapwiseEndpoint endpoint, List<String> segments) {

	private static final Pattern HEAP_DUMP_ID = Pattern.compile("[a-z0-9-]{1,100}");

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
		boolean named = this.endpoint == HeapwiseEndpoint.UI || this.endpoint == HeapwiseEndpoint.HEAP_DUMPS;
		if (named || this.segments.isEmpty()) {
			return null;
		}
		String last = this.segments.get(this.segments.size() - 1);
		return last.contains(".") ? last : null;
	}

	/**
	 * Return the id of the heap dump whose file this request downloads. The path is the
	 * client's to choose, and the id gets into headers.
	 * @return the id, or {@code null} where it is not such a request
	 */
	@Nullable String heapDump() {
		boolean file = this.endpoint == HeapwiseEndpoint.HEAP_DUMPS && this.segments.size() == 2
				&& this.segments.get(1).equals("file");
		return (file && HEAP_DUMP_ID.matcher(this.segments.get(0)).matches()) ? this.segments.get(0) : null;
	}

}
