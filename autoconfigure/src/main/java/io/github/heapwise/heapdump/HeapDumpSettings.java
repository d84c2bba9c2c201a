package io.github.heapwise.heapdump;

import java.nio.file.Path;
import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * How to take and keep dumps.
 *
 * @param directory where they are kept; created before the first one
 * @param application name of the application, told with each
 * @param retention how many are kept
 * @param minFreeDiskBytes what a dump has to leave free on the disk
 * @param maxPause the longest pause a dump may be expected to cause, {@code null} for any
 * @param redactAtCapture whether to keep no values on the disk either
 * @param analysis how to analyse them
 */
public record HeapDumpSettings(Path directory, String application, RetentionLimits retention, long minFreeDiskBytes,
		@Nullable Duration maxPause, boolean redactAtCapture, AnalysisSettings analysis) {

	/**
	 * Return a directory for an application that names none.
	 * @param application its name, of any length and content
	 * @return a directory below that for temporary files
	 */
	public static Path defaultDirectory(String application) {
		return Path.of(System.getProperty("java.io.tmpdir"), "heapwise-" + DumpFileName.safe(application));
	}

}
