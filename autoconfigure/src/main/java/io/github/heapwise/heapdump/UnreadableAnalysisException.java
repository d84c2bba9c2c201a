package io.github.heapwise.heapdump;

import java.io.IOException;

/**
 * An analysis was damaged, and has been removed. Who asks about another dump meanwhile
 * need not remove that as well.
 */
final class UnreadableAnalysisException extends IOException {

	private static final long serialVersionUID = 1L;

	UnreadableAnalysisException(IOException cause) {
		super(cause);
	}

}
