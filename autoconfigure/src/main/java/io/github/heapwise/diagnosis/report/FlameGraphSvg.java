package io.github.heapwise.diagnosis.report;

import java.util.BitSet;
import java.util.Comparator;
import java.util.Locale;
import java.util.stream.IntStream;

import io.github.heapwise.calltree.CallTree;
import io.github.heapwise.calltree.Frame;
import io.github.heapwise.calltree.FrameCategory;
import io.github.heapwise.diagnosis.NumberText;

/**
 * Draws the heaviest frames of an allocation profile as boxes below their callers, as
 * wide as the share of what they allocated.
 */
final class FlameGraphSvg {

	private static final int MAX_BOXES = 250;

	private static final double WIDTH = 1080;

	private static final double ROW = 18;

	private static final double MIN_WIDTH = 2;

	private static final double CHARACTER = 6.4;

	private static final double PADDING = 4;

	private static final int MIN_CHARACTERS = 3;

	private static final String CUT = "..";

	private final CallTree tree;

	private final long total;

	private FlameGraphSvg(CallTree tree) {
		this.tree = tree;
		this.total = tree.totalBytes(0);
	}

	/**
	 * Draw a profile.
	 * @param profile the profile, not empty
	 * @return the drawing
	 */
	static Html of(CallTree profile) {
		return new FlameGraphSvg(ApplicationStacks.of(profile)).draw();
	}

	private Html draw() {
		BitSet shown = heaviest();
		int levels = shown.stream().map(this.tree::level).max().orElse(0) + 1;
		Svg svg = new Svg(WIDTH, levels * ROW, "Where the application allocated");
		long[] nextStart = new long[this.tree.size() + 1];
		for (int node = 0; node < this.tree.size(); node++) {
			int level = this.tree.level(node);
			long start = nextStart[level];
			nextStart[level] = start + this.tree.totalBytes(node);
			nextStart[level + 1] = start;
			if (shown.get(node)) {
				box(svg, node, start);
			}
		}
		return svg.finish();
	}

	// A caller has at least the bytes of what it calls and comes first, so none lacks its
	// caller.
	private BitSet heaviest() {
		BitSet nodes = new BitSet();
		IntStream.range(0, this.tree.size())
			.filter((node) -> width(node) >= MIN_WIDTH)
			.boxed()
			.sorted(Comparator.comparing(this.tree::totalBytes, Comparator.reverseOrder()))
			.limit(MAX_BOXES)
			.forEach(nodes::set);
		return nodes;
	}

	private void box(Svg svg, int node, long start) {
		double x = WIDTH * start / this.total;
		double y = this.tree.level(node) * ROW;
		Frame frame = this.tree.frame(node);
		svg.begin("%s: %s, %s".formatted(frame.name(), NumberText.flow(this.tree.totalBytes(node)),
				NumberText.of(this.tree.totalBytes(node) / (double) this.total, "ratio")))
			.rectangle(type(node), x, y, Math.max(1, width(node) - 1), ROW - 1);
		int characters = (int) ((width(node) - 2 * PADDING) / CHARACTER);
		if (characters >= MIN_CHARACTERS) {
			svg.text("frame", x + PADDING, y + ROW - 5, fitted(frame, characters));
		}
		svg.end();
	}

	// The end of a name tells most: class and method, not the package.
	private static String fitted(Frame frame, int characters) {
		if (frame.name().codePointCount(0, frame.name().length()) <= characters) {
			return frame.name();
		}
		int[] codePoints = withoutPackage(frame).codePoints().toArray();
		if (codePoints.length <= characters) {
			return new String(codePoints, 0, codePoints.length);
		}
		int kept = characters - CUT.length();
		return CUT + new String(codePoints, codePoints.length - kept, kept);
	}

	private static String withoutPackage(Frame frame) {
		int end = frame.name().lastIndexOf('.');
		int start = (frame.category() == FrameCategory.ALLOCATED_CLASS) ? end : frame.name().lastIndexOf('.', end - 1);
		return frame.name().substring(start + 1);
	}

	private String type(int node) {
		return this.tree.frame(node).category().name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	private double width(int node) {
		return WIDTH * this.tree.totalBytes(node) / this.total;
	}

}
