package io.github.heapwise.heapdump.analysis;

import java.io.IOException;

import org.jspecify.annotations.Nullable;

/**
 * There cannot be a process of its own for the analysis. The message goes on a sentence,
 * and has no path.
 */
final class NoProcessException extends IOException {

	private static final long serialVersionUID = 1L;

	NoProcessException(String problem, @Nullable Exception cause) {
		super(problem, cause);
	}

}
