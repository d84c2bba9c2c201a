package io.github.heapwise.heapview;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;

import io.github.heapwise.hprof.MalformedDumpException;
import org.jspecify.annotations.Nullable;

/**
 * Tells in a sentence why a dump could not be analysed, without where it is.
 */
public final class AnalysisFailure {

	private AnalysisFailure() {
	}

	/**
	 * Return what to tell a client.
	 * @param dump the dump
	 * @param failure what was thrown
	 * @return one line
	 */
	public static String sentence(Path dump, Throwable failure) {
		Throwable cause = failure.getCause();
		if (failure instanceof UncheckedIOException && cause != null) {
			return sentence(dump, cause);
		}
		String message = failure.getMessage();
		if (message != null && isOurs(failure, message)) {
			return message.lines().findFirst().orElse("");
		}
		return "Heap dump '%s' not analysed: %s".formatted(dump.getFileName(), reason(failure, message));
	}

	/**
	 * Return whether a failure is nobody's mistake but ours, so that its stack trace is
	 * worth to be kept.
	 * @param failure what was thrown
	 * @return whether nothing about the dump or its surroundings explains it
	 */
	public static boolean isUnexpected(Throwable failure) {
		return !(failure instanceof IOException || failure instanceof UncheckedIOException
				|| failure instanceof CancellationException || failure instanceof OutOfMemoryError);
	}

	private static boolean isOurs(Throwable failure, String message) {
		return failure instanceof MalformedDumpException || failure instanceof CancellationException
				|| failure.getClass() == IOException.class && message.startsWith("Heap dump");
	}

	private static String reason(Throwable failure, @Nullable String message) {
		if (failure instanceof NoSuchFileException) {
			return "it is not there, or was deleted meanwhile";
		}
		if (failure instanceof AccessDeniedException) {
			return "no right to read it, or to write beside it";
		}
		if (failure instanceof FileSystemException ex) {
			String problem = (ex.getReason() != null) ? ex.getReason() : ex.getClass().getSimpleName();
			return "the file system says '%s'".formatted(problem);
		}
		if (failure instanceof FileNotFoundException) {
			// Its message starts with the path.
			return "one of its files cannot be opened";
		}
		if (failure instanceof OutOfMemoryError) {
			return "a Java heap of %d MB is not enough".formatted(Runtime.getRuntime().maxMemory() >> 20);
		}
		return (failure instanceof IOException && message != null) ? message.lines().findFirst().orElse("")
				: "unexpected " + failure.getClass().getName();
	}

}
