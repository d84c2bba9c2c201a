package io.github.heapwise.diagnosis;

import java.util.Map;

/**
 * Where to look next.
 *
 * @param title what is to be seen there, as text of a link
 * @param page id of a page: {@code allocations}, {@code gc}, {@code heapdumps} and so on
 * @param parameters what the page is to show, by name
 */
public record NextStep(String title, String page, Map<String, String> parameters) {

	public NextStep {
		parameters = Map.copyOf(parameters);
	}

}
