package io.github.heapwise.heapgraph;

import java.util.List;
import java.util.Map;

/**
 * Stacks of threads by their serial numbers. Immutable, for any thread.
 */
public final class StackTraces {

	private static final Stack NONE = new Stack(List.of(), 0);

	private final Map<Integer, Stack> stacksBySerial;

	StackTraces(Map<Integer, Stack> stacksBySerial) {
		this.stacksBySerial = Map.copyOf(stacksBySerial);
	}

	/**
	 * Return the frames of a stack.
	 * @param serial serial number of the stack, which is the number of a root of kind
	 * {@link RootKind#THREAD}
	 * @return frames, the innermost first, so that a frame has its depth as index; none
	 * if the dump has no such stack
	 */
	public List<StackFrame> frames(int serial) {
		return stack(serial).frames();
	}

	/**
	 * Return how many frames were left out.
	 * @param serial serial number of the stack
	 * @return further frames of the same stack, outwards
	 */
	public long moreFrames(int serial) {
		return stack(serial).moreFrames();
	}

	private Stack stack(int serial) {
		return this.stacksBySerial.getOrDefault(serial, NONE);
	}

	record Stack(List<StackFrame> frames, long moreFrames) {

		Stack {
			frames = List.copyOf(frames);
		}

	}

}
