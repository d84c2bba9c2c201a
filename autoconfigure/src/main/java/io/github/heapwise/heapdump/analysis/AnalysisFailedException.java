package io.github.heapwise.heapdump.analysis;

import java.io.IOException;

/**
 * A dump cannot be analysed. The message is for clients: it has no path.
 */
public final class AnalysisFailedException extends IOException {

	private static final long serialVersionUID = 1L;

	/**
	 * Create it.
	 * @param message a sentence for clients
	 */
	public AnalysisFailedException(String message) {
		super(message);
	}

}
