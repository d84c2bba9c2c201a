package io.github.heapwise.heapview;

import java.util.Optional;
import java.util.regex.Matcher;

import org.jspecify.annotations.Nullable;

/**
 * What a client asks about, by the text that names it in URLs: an object by its address,
 * {@code 0x7f00a0}, or all instances of a class by its number, {@code class-12}.
 */
public sealed interface HeapNode {

	/**
	 * Read what names something.
	 * @param text any text
	 * @return what it names, which need not be in any dump; empty if it names nothing
	 */
	static Optional<HeapNode> parse(@Nullable String text) {
		Matcher matcher = NodeText.PATTERN.matcher((text != null) ? text : "");
		if (!matcher.matches()) {
			return Optional.empty();
		}
		String id = matcher.group("id");
		return Optional.of((id != null) ? new AnObject(Long.parseUnsignedLong(id, 16))
				: new AllInstances(Integer.parseInt(matcher.group("number"))));
	}

	/**
	 * An object.
	 *
	 * @param id its id in the dump
	 */
	record AnObject(long id) implements HeapNode {

		@Override
		public String toString() {
			return "0x" + Long.toHexString(this.id);
		}

	}

	/**
	 * All instances of a class.
	 *
	 * @param number number of the class
	 */
	record AllInstances(int number) implements HeapNode {

		@Override
		public String toString() {
			return "class-" + this.number;
		}

	}

}
