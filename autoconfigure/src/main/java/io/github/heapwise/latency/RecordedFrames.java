package io.github.heapwise.latency;

import java.util.List;

import jdk.jfr.consumer.RecordedMethod;
import jdk.jfr.consumer.RecordedStackTrace;
import org.jspecify.annotations.Nullable;

/**
 * Names the frames of stacks that Flight Recorder took as those that we take ourselves.
 */
final class RecordedFrames {

	private RecordedFrames() {
	}

	static List<String> of(@Nullable RecordedStackTrace stack) {
		if (stack == null) {
			return List.of();
		}
		return stack.getFrames().stream().limit(Blockage.MAX_FRAMES).map((frame) -> name(frame.getMethod())).toList();
	}

	private static String name(RecordedMethod method) {
		return method.getType().getName() + "." + method.getName();
	}

}
