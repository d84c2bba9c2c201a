package io.github.heapwise.heapview;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A thread and what it holds.
 *
 * @param object the thread; its value is its name
 * @param daemon whether it is a daemon, {@code null} where it is not known
 * @param heldBytes what would be collectable if it ended: its objects and all that only
 * its frames hold
 * @param frames its stack, the innermost first
 * @param moreFrames how many more there are
 */
public record ThreadRow(ObjectRow object, @Nullable Boolean daemon, long heldBytes, List<Frame> frames,
		int moreFrames) {

	public ThreadRow {
		frames = List.copyOf(frames);
	}

	/**
	 * A frame of a stack.
	 *
	 * @param method class and method as in the source
	 * @param location file and line as in a stack trace, {@code Native Method}, or empty
	 * @param locals what its variables hold, the largest first; at most 10
	 * @param moreLocals how many more there are
	 */
	public record Frame(String method, String location, List<ObjectRow> locals, int moreLocals) {

		public Frame {
			locals = List.copyOf(locals);
		}

	}

}
