package io.github.heapwise.heapdump.endpoint;

import io.github.heapwise.endpoint.Problem;
import io.github.heapwise.heapdump.HeapDumpRefusedException;

/**
 * Tells clients why there is not going to be a dump.
 */
final class Refusals {

	private Refusals() {
	}

	static Problem problem(HeapDumpRefusedException refusal) {
		String message = String.valueOf(refusal.getMessage());
		return switch (refusal.kind()) {
			case BUSY -> Problem.busy(message, refusal.retryAfter());
			case RESOURCES -> Problem.insufficient(message);
			case UNAVAILABLE -> Problem.unavailable(message);
		};
	}

}
