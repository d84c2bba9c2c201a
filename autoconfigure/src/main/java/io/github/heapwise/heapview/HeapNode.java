package io.github.heapwise.heapview;

/**
 * What a client asks about, by the text that names it in URLs: an object by its address,
 * {@code 0x7f00a0}, or all instances of a class by its number, {@code class-12}.
 */
public sealed interface HeapNode {

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
