package io.github.heapwise.calltree;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Folded stacks, the line format of Brendan Gregg's FlameGraph scripts: frames from the
 * outermost to the allocated class with {@code ;} between, a space, the bytes. The root
 * is not written above others, only where it holds bytes itself.
 */
public final class FoldedStacks {

	private static final int MAX_DEPTH = 4096;

	private static final Pattern VALUE = Pattern.compile("\\d{1,18}");

	private FoldedStacks() {
	}

	/**
	 * Write one line for every node that holds something itself, in the tree's order.
	 * @param tree the tree
	 * @return the lines, each with an end
	 */
	public static String write(CallTree tree) {
		StringBuilder out = new StringBuilder();
		writeLine(name(tree, 0), tree.selfBytes(0), out);
		StringBuilder path = new StringBuilder();
		int[] lengths = new int[tree.size() + 1];
		for (int node = 1; node < tree.size(); node++) {
			int level = tree.level(node);
			path.setLength(lengths[level - 1]);
			path.append((level > 1) ? ";" : "").append(name(tree, node));
			lengths[level] = path.length();
			writeLine(path, tree.selfBytes(node), out);
		}
		return out.toString();
	}

	private static String name(CallTree tree, int node) {
		return tree.frame(node).name().replace(';', ',');
	}

	private static void writeLine(CharSequence path, long bytes, StringBuilder out) {
		if (bytes > 0) {
			out.append(path).append(' ').append(bytes).append('\n');
		}
	}

	/**
	 * Read stacks. Empty lines are skipped; the text says nothing about objects, so their
	 * counts are 0.
	 * @param in the text
	 * @param category tells what a name stands for
	 * @return the tree
	 * @throws IOException if {@code in} fails
	 * @throws IllegalArgumentException if a line has no value or is nested too deeply,
	 * naming the line
	 */
	public static CallTree read(Reader in, Function<String, FrameCategory> category) throws IOException {
		CallTreeBuilder builder = new CallTreeBuilder(Frame.ROOT);
		BufferedReader lines = new BufferedReader(in);
		int number = 0;
		for (String line = lines.readLine(); line != null; line = lines.readLine()) {
			number++;
			if (!line.isBlank()) {
				readLine(line, number, category, builder);
			}
		}
		return builder.build();
	}

	private static void readLine(String line, int number, Function<String, FrameCategory> category,
			CallTreeBuilder builder) {
		int space = line.lastIndexOf(' ');
		String value = line.substring(space + 1);
		if (space < 1 || !VALUE.matcher(value).matches()) {
			throw new IllegalArgumentException("Line " + number + " of folded stacks ends with '" + shorten(value)
					+ "', expected a space and a number of bytes");
		}
		String[] names = line.substring(0, space).split(";", MAX_DEPTH + 1);
		if (names.length > MAX_DEPTH) {
			throw new IllegalArgumentException(
					"Line " + number + " of folded stacks has more than " + MAX_DEPTH + " frames");
		}
		int node = StackTree.ROOT;
		for (String name : names) {
			node = builder.child(node, new Frame(name, category.apply(name)));
		}
		builder.add(node, Long.parseLong(value), 0);
	}

	private static String shorten(String value) {
		return (value.length() > 40) ? value.substring(0, 40) + "..." : value;
	}

}
