package io.github.heapwise.latency;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/**
 * A thread that let others wait.
 *
 * @param durationNanos for how long, so far if it still does
 * @param time since when
 * @param stack what it did, the innermost frame first, each as {@code class.method}
 */
public record Blockage(long durationNanos, Instant time, List<String> stack) {

	static final int MAX_FRAMES = 64;

	public Blockage {
		stack = List.copyOf(stack);
	}

	static List<String> frames(StackTraceElement[] stack) {
		return Arrays.stream(stack)
			.limit(MAX_FRAMES)
			.map((frame) -> frame.getClassName() + "." + frame.getMethodName())
			.toList();
	}

}
