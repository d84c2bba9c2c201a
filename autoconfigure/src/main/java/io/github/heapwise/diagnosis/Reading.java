package io.github.heapwise.diagnosis;

/**
 * A number that the diagnosis reads itself, since no other feature does.
 */
public enum Reading {

	/** CPU time of the collector's threads, as a ratio of one core, each second. */
	GC_CPU_RATIO(true),

	/**
	 * Share of the scheduler's periods in which the container stood still, each second.
	 */
	THROTTLED_RATIO(true),

	/** How many processors of the machine nobody used, each second. */
	IDLE_PROCESSORS(true),

	/** Live platform threads. */
	THREADS(false),

	/** Bytes of direct buffers. */
	DIRECT_BYTES(false),

	/** Bytes of mapped buffers. */
	MAPPED_BYTES(false),

	/** Used bytes of the metaspace, compressed classes included. */
	METASPACE_BYTES(false),

	/** Loaded classes. */
	LOADED_CLASSES(false),

	/** Open file descriptors. */
	OPEN_FILES(false),

	/** The same as a share of what is allowed. */
	OPEN_FILES_RATIO(false);

	private final boolean fast;

	Reading(boolean fast) {
		this.fast = fast;
	}

	/**
	 * Return how often it is read.
	 * @return {@code true} for every second, {@code false} for every ten seconds
	 */
	boolean isFast() {
		return this.fast;
	}

}
