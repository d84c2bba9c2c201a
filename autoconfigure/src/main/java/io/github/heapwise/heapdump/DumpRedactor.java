package io.github.heapwise.heapdump;

import java.io.IOException;
import java.nio.file.Path;

import io.github.heapwise.hprof.CancelSignal;

/**
 * Takes the values out of dumps.
 */
@FunctionalInterface
public interface DumpRedactor {

	/**
	 * Read a dump once to find what has to stay. Some seconds a gigabyte.
	 * @param dump the dump, which stays as it is
	 * @param cancel asked now and then
	 * @return what is needed to read it without values
	 * @throws IOException if it cannot be read or is not a dump
	 * @throws java.util.concurrent.CancellationException with the reason, if there was
	 * one
	 */
	RedactedDump redact(Path dump, CancelSignal cancel) throws IOException;

}
