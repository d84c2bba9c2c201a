package io.github.heapwise.heapview;

import java.util.regex.Pattern;

/**
 * How the text that names a {@link HeapNode} looks like. No more digits than a number of
 * its kind has.
 */
final class NodeText {

	static final Pattern PATTERN = Pattern.compile("0x(?<id>\\p{XDigit}{1,16})|class-(?<number>\\d{1,9})");

	private NodeText() {
	}

}
