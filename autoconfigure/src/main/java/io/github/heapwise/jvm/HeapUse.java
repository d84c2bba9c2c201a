package io.github.heapwise.jvm;

/**
 * Tells how much of the heap a part of Heapwise keeps for what it has recorded.
 */
@FunctionalInterface
public interface HeapUse {

	/**
	 * Return what is kept at the moment. Cheap enough to be asked every few seconds, from
	 * any thread.
	 * @return bytes, estimated from the sizes of arrays and the number of objects
	 */
	long bytes();

}
