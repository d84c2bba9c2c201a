package io.github.heapwise.calltree;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Numbers frames so that trees hold an {@code int} instead of a name. Numbers start at 0
 * and are never reused.
 * <p>
 * Not thread-safe.
 */
public final class FrameTable {

	private final Map<Frame, Integer> indexByFrame = new HashMap<>();

	private final List<Frame> frames = new ArrayList<>();

	/**
	 * Return the number of a frame, giving it the next one at first sight.
	 * @param frame the frame to look up
	 * @return its number
	 */
	public int indexOf(Frame frame) {
		Integer known = this.indexByFrame.putIfAbsent(frame, this.frames.size());
		if (known != null) {
			return known;
		}
		this.frames.add(frame);
		return this.frames.size() - 1;
	}

	/**
	 * Return the number of a frame, if it has one.
	 * @param frame the frame to look up
	 * @return its number, or {@code -1}
	 */
	public int find(Frame frame) {
		return this.indexByFrame.getOrDefault(frame, -1);
	}

	public Frame get(int index) {
		return this.frames.get(index);
	}

	public int size() {
		return this.frames.size();
	}

	/**
	 * Return the frames by number.
	 * @return an unmodifiable copy
	 */
	public List<Frame> toList() {
		return List.copyOf(this.frames);
	}

}
