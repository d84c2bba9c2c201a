package io.github.heapwise.heapgraph;

import org.jspecify.annotations.Nullable;

/**
 * A method that a thread was in.
 *
 * @param className name of the class as in the source, {@code null} if the dump has none
 * @param method name of the method, {@code null} likewise
 * @param file name of the source file, {@code null} likewise
 * @param line number of the line from 1 on, {@link #NATIVE}, or another negative number
 * or 0 where it is not known
 */
public record StackFrame(@Nullable String className, @Nullable String method, @Nullable String file, int line) {

	/**
	 * Stands for the line of a method that is not written in Java.
	 */
	public static final int NATIVE = -3;

}
