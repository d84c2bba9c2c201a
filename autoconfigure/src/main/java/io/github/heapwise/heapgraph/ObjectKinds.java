package io.github.heapwise.heapgraph;

/**
 * Tells of which class objects are and what they take in the heap.
 */
interface ObjectKinds {

	/**
	 * Return how many classes there are.
	 * @return classes
	 */
	int classCount();

	/**
	 * Return the class of an object.
	 * @param object number of the object
	 * @return number of its class
	 */
	int classOf(int object);

	/**
	 * Return the size of an object.
	 * @param object number of the object
	 * @return size in words of 8 bytes, to which the JVM aligns objects
	 */
	long words(int object);

}
