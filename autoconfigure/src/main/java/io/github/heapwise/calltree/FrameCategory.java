package io.github.heapwise.calltree;

/**
 * What a node of a call tree stands for. The order is that of the {@code CAT} section of
 * a profile: {@link #ordinal()} goes over the wire.
 */
public enum FrameCategory {

	/**
	 * A method of the application itself.
	 */
	APPLICATION,

	/**
	 * A method of a library the application uses.
	 */
	DEPENDENCY,

	/**
	 * A method of the JDK.
	 */
	JDK,

	/**
	 * The class of the allocated objects, always a leaf.
	 */
	ALLOCATED_CLASS,

	/**
	 * Not a method: what was merged, cut off or not sampled.
	 */
	SYNTHETIC,

	/**
	 * A native method or a function outside the JVM.
	 */
	NATIVE

}
