package io.github.heapwise.gc;

import java.util.List;

import jdk.jfr.consumer.RecordedMethod;
import jdk.jfr.consumer.RecordedStackTrace;
import org.jspecify.annotations.Nullable;

/**
 * Finds who called {@code System.gc()}. That may be the JDK itself, as when direct
 * buffers reach their limit.
 */
final class ExplicitCaller {

	static final String UNKNOWN = "(unknown)";

	private ExplicitCaller() {
	}

	static String of(@Nullable RecordedStackTrace stack) {
		return (stack != null) ? of(stack.getFrames().stream().map((frame) -> name(frame.getMethod())).toList())
				: UNKNOWN;
	}

	/**
	 * Find the caller.
	 * @param frames frames as {@code class.method}, the innermost first
	 * @return the frame below those that only pass the call on
	 */
	static String of(List<String> frames) {
		return frames.stream()
			.filter((frame) -> !frame.equals("java.lang.Runtime.gc") && !frame.equals("java.lang.System.gc"))
			.findFirst()
			.orElse(UNKNOWN);
	}

	private static String name(RecordedMethod method) {
		return method.getType().getName() + "." + method.getName();
	}

}
