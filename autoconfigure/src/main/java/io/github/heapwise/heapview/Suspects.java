package io.github.heapwise.heapview;

import java.util.List;

/**
 * What holds large parts of the heap.
 *
 * @param reachableBytes all that is reachable
 * @param thresholdBytes what a suspect retains at least
 * @param suspects the largest first, none if nothing retains as much
 */
public record Suspects(long reachableBytes, long thresholdBytes, List<Suspect> suspects) {

	public Suspects {
		suspects = List.copyOf(suspects);
	}

}
