package io.github.heapwise.allocation;

/**
 * What the numbers of a profile count.
 */
public enum AllocationValue {

	/**
	 * Bytes allocated.
	 */
	BYTES,

	/**
	 * Objects allocated.
	 */
	OBJECTS

}
