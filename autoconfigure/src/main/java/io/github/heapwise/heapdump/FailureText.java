package io.github.heapwise.heapdump;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * Says why a dump failed, to clients without a path.
 */
final class FailureText {

	private FailureText() {
	}

	/**
	 * Say what happened.
	 * @param cause what was thrown
	 * @param directory where dumps are kept, not to be told
	 * @return a sentence for a client
	 */
	static String of(Throwable cause, Path directory) {
		if (cause instanceof HeapDumpRefusedException || cause instanceof StoreUnavailableException) {
			return String.valueOf(cause.getMessage());
		}
		return "Heap dump failed: " + DumpText.of(reason(cause).replace(directory.toString(), "..."));
	}

	private static String reason(Throwable cause) {
		if (cause instanceof NoSuchFileException) {
			return "its directory, or what was written there, has been removed";
		}
		if (cause instanceof AccessDeniedException) {
			return "its directory cannot be written";
		}
		String message = (cause instanceof FileSystemException file) ? file.getReason() : cause.getMessage();
		boolean told = message != null && (cause instanceof IOException || cause instanceof RuntimeException);
		return told ? String.valueOf(message) : cause.getClass().getSimpleName();
	}

}
