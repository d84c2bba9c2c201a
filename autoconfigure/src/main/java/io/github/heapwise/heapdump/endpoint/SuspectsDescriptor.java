package io.github.heapwise.heapdump.endpoint;

import java.util.List;

import io.github.heapwise.heapview.Suspect;
import io.github.heapwise.heapview.Suspects;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.actuate.endpoint.OperationResponseBody;

/**
 * What holds large parts of the heap, as JSON.
 *
 * @param reachableBytes all that is reachable
 * @param thresholdBytes what a suspect retains at least
 * @param baseline id of the earlier dump that growth is measured against, {@code null}
 * for none
 * @param suspects the largest first, none if nothing retains as much
 */
public record SuspectsDescriptor(long reachableBytes, long thresholdBytes, @Nullable String baseline,
		List<Suspect> suspects) implements OperationResponseBody {

	static SuspectsDescriptor of(Suspects suspects, @Nullable String baseline) {
		return new SuspectsDescriptor(suspects.reachableBytes(), suspects.thresholdBytes(), baseline,
				suspects.suspects());
	}

}
