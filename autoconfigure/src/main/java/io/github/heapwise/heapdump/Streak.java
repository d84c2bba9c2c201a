package io.github.heapwise.heapdump;

/**
 * Counts how often in a row something was so, and tells when it was often enough. Not
 * thread-safe.
 */
final class Streak {

	private final int enough;

	private int count;

	Streak(int enough) {
		this.enough = enough;
	}

	/**
	 * Count once more.
	 * @param so whether it was so; if not, counting starts over
	 * @return whether it is enough, after which counting starts over too
	 */
	boolean isEnoughWith(boolean so) {
		this.count = so ? this.count + 1 : 0;
		boolean reached = this.count >= this.enough;
		if (reached) {
			this.count = 0;
		}
		return reached;
	}

}
