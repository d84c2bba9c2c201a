package io.github.heapwise.calltree;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The columns of a profile as they go over the wire, in binary or as JSON.
 *
 * @param frames the frames that occur, by first use
 * @param up levels to close before a node: {@code previousLevel + 1 - level}
 * @param name index into {@code frames} by node
 * @param self own bytes by node
 * @param count own objects by node
 */
public record TreeColumns(List<Frame> frames, int[] up, int[] name, long[] self, long[] count) {

	public static TreeColumns of(CallTree tree) {
		int nodes = tree.size();
		TreeColumns columns = new TreeColumns(new ArrayList<>(), new int[nodes], new int[nodes], new long[nodes],
				new long[nodes]);
		int[] indexByFrame = new int[tree.frameCount()];
		Arrays.fill(indexByFrame, -1);
		for (int node = 0; node < nodes; node++) {
			int frame = tree.frameIndex(node);
			if (indexByFrame[frame] == -1) {
				indexByFrame[frame] = columns.frames.size();
				columns.frames.add(tree.frame(node));
			}
			columns.name[node] = indexByFrame[frame];
			columns.up[node] = (node != 0) ? tree.level(node - 1) + 1 - tree.level(node) : 0;
			columns.self[node] = tree.selfBytes(node);
			columns.count[node] = tree.selfObjects(node);
		}
		return columns;
	}

}
