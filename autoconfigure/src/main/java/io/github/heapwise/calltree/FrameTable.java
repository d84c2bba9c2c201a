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

	// Frame 24, String 24, its array 16, Integer 16, node and slot of the map 40, list 6
	private static final int BYTES_A_FRAME = 126;

	private final Map<Frame, Integer> indexByFrame = new HashMap<>();

	private final List<Frame> frames = new ArrayList<>();

	private long characters;

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
		this.characters += frame.name().length();
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
	 * Return what the table takes of the heap.
	 * @return bytes, estimated for names of one byte a character
	 */
	public long heapBytes() {
		return (long) BYTES_A_FRAME * this.frames.size() + this.characters;
	}

	/**
	 * Return the frames by number.
	 * @return an unmodifiable copy
	 */
	public List<Frame> toList() {
		return List.copyOf(this.frames);
	}

}
