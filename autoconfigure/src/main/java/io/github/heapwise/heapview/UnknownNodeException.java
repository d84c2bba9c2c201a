package io.github.heapwise.heapview;

/**
 * There is no such object or class in the dump.
 */
public final class UnknownNodeException extends RuntimeException {

	UnknownNodeException(HeapNode node) {
		super("No '%s' in this heap dump".formatted(node));
	}

}
