package io.github.heapwise.allocation;

/**
 * Tells whether a class is the application's own. Asked once per method and node of the
 * tree, for classes outside the JDK.
 */
@FunctionalInterface
public interface CodeOwner {

	/**
	 * Return whether a class is the application's own.
	 * @param className binary name, as written by a compiler
	 * @return {@code false} for a class of a library
	 */
	boolean isApplication(String className);

}
