package io.github.heapwise.gc.endpoint;

import java.util.List;
import java.util.stream.IntStream;

import io.github.heapwise.gc.CollectorTotals;
import io.github.heapwise.gc.GcEvents;
import io.github.heapwise.gc.GcMonitor;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.actuate.endpoint.OperationResponseBody;

/**
 * What the collector does, as JSON.
 *
 * @param collectors what each collector did since the JVM started
 * @param summary the last minutes in figures
 * @param durations {@code exact} or {@code milliseconds}
 * @param unavailableReason what is missing and why, in a sentence
 * @param events the events asked for, the oldest first
 * @param nextSequence what to ask for next time
 * @param missed how many events that were asked for are no longer kept
 */
public record GcDescriptor(List<CollectorTotals> collectors, SummaryDescriptor summary, String durations,
		@Nullable String unavailableReason, List<EventDescriptor> events, long nextSequence,
		long missed) implements OperationResponseBody {

	static GcDescriptor of(GcMonitor monitor, @Nullable Long since) {
		String inexact = monitor.inexactReason();
		GcEvents events = monitor.events(since);
		return new GcDescriptor(monitor.collectors(), SummaryDescriptor.of(monitor.summary()),
				(inexact == null) ? "exact" : "milliseconds", inexact, describe(events), events.nextSequence(),
				events.missed());
	}

	private static List<EventDescriptor> describe(GcEvents events) {
		return IntStream.range(0, events.events().size())
			.mapToObj((i) -> EventDescriptor.of(events.firstSequence() + i, events.events().get(i)))
			.toList();
	}

}
