package io.github.heapwise.gc;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * An event that waits for its exact duration, or for others before it. Not thread-safe.
 */
final class WaitingEvent {

	private final Instant since;

	private GcEvent event;

	private boolean givenUp;

	WaitingEvent(GcEvent event, Instant since) {
		this.event = event;
		this.since = since;
	}

	GcEvent event() {
		return this.event;
	}

	Instant since() {
		return this.since;
	}

	/**
	 * Return whether it waits for its own duration.
	 * @return {@code false} for a cycle: it is told of after its pauses
	 */
	boolean isOpen() {
		return this.event.isPause() && !this.event.exact() && !this.givenUp;
	}

	void giveUp() {
		this.givenUp = true;
	}

	/**
	 * Take over what was recorded.
	 * @param pause the pause
	 * @param youngType what G1 calls the collection if it is of the young generation
	 */
	void complete(RecordedPause pause, @Nullable String youngType) {
		boolean mixed = this.event.kind() == GcKind.YOUNG && "Mixed".equals(youngType);
		this.event = this.event.withExact(mixed ? GcKind.MIXED : this.event.kind(), phase(pause, youngType),
				pause.start(), pause.nanos());
	}

	private static @Nullable String phase(RecordedPause pause, @Nullable String youngType) {
		if (pause.isNamed()) {
			return pause.name();
		}
		boolean plain = youngType == null || youngType.equals("Normal") || youngType.equals("Mixed");
		return plain ? null : "Young (" + youngType + ")";
	}

}
