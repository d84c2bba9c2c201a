package io.github.heapwise.diagnosis.endpoint;

import java.util.Map;
import java.util.stream.Collectors;

import io.github.heapwise.diagnosis.NextStep;
import io.github.heapwise.endpoint.EndpointLinks;
import io.github.heapwise.endpoint.HeapwiseEndpoint;
import io.github.heapwise.endpoint.RelativeUrl;
import org.jspecify.annotations.Nullable;

/**
 * Leads from a finding to the page that shows more.
 */
public class NextLinks {

	private static final String START_PAGE = "overview";

	private final EndpointLinks links;

	public NextLinks(EndpointLinks links) {
		this.links = links;
	}

	/**
	 * Return the URL of a page.
	 * @param next what it is to show
	 * @return a URL relative to that of the diagnosis, {@code null} where the pages are
	 * not exposed
	 */
	@Nullable String url(NextStep next) {
		String page = next.page().equals(START_PAGE) ? "" : "/" + next.page();
		String path = this.links.between(HeapwiseEndpoint.DIAGNOSIS, HeapwiseEndpoint.UI, page);
		return (path != null) ? path + query(next.parameters()) : null;
	}

	private static String query(Map<String, String> parameters) {
		return parameters.isEmpty() ? "" : parameters.entrySet()
			.stream()
			.sorted(Map.Entry.comparingByKey())
			.map((parameter) -> RelativeUrl.encode(parameter.getKey()) + "=" + RelativeUrl.encode(parameter.getValue()))
			.collect(Collectors.joining("&", "?", ""));
	}

}
