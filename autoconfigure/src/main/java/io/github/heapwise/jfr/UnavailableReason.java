package io.github.heapwise.jfr;

import java.io.IOException;

/**
 * Explains why JFR does not work here, without paths: the sentence goes to clients.
 */
public final class UnavailableReason {

	private UnavailableReason() {
	}

	/**
	 * Return the reason.
	 * @param cause what was thrown
	 * @return the rest of a sentence, without a full stop
	 */
	public static String of(Throwable cause) {
		if (cause instanceof LinkageError) {
			return "this JVM has no Flight Recorder (module 'jdk.jfr')";
		}
		if (isCausedByIo(cause)) {
			return "Flight Recorder cannot write to its repository. Make the temporary directory writable"
					+ " or set 'heapwise.jfr.repository'";
		}
		return "Flight Recorder failed (" + cause.getClass().getSimpleName() + ")";
	}

	private static boolean isCausedByIo(Throwable cause) {
		for (Throwable current = cause; current != null; current = current.getCause()) {
			String message = String.valueOf(current.getMessage());
			if (current instanceof IOException || message.contains("repository") || message.contains("dump path")) {
				return true;
			}
		}
		return false;
	}

}
