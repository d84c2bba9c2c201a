package io.github.heapwise.heapview;

/**
 * How full a collection is.
 *
 * @param elements how many elements it holds
 * @param slots for how many it has room
 * @param taken how much of that is taken
 * @param wastedBytes what the rest takes, or all of it if it is empty
 */
record Fill(long elements, long slots, long taken, long wastedBytes) {

	boolean isEmpty() {
		return this.elements == 0;
	}

	/**
	 * Return whether something is in it, but less than a quarter of the room is taken.
	 * @return whether a smaller one would do
	 */
	boolean isSparse() {
		return this.elements > 0 && 4 * this.taken < this.slots;
	}

}
