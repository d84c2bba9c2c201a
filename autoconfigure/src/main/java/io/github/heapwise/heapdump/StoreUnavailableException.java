package io.github.heapwise.heapdump;

import java.io.IOException;

/**
 * The directory cannot be used. The message has no path.
 */
final class StoreUnavailableException extends IOException {

	private static final long serialVersionUID = 1L;

	StoreUnavailableException(String problem) {
		super("Heap dumps cannot be kept: their directory " + problem
				+ ". Set 'heapwise.heapdump.directory' to one that does not exist yet, or that only the user of the"
				+ " application may write");
	}

}
