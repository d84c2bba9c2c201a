package io.github.heapwise.heapdump;

import java.io.IOException;
import java.nio.file.Path;

import org.jspecify.annotations.Nullable;

/**
 * Writes the heap of this JVM to a file.
 */
interface DumpWriter {

	/**
	 * Return why no heap can be written.
	 * @return a sentence, {@code null} where one can
	 */
	@Nullable String unavailableReason();

	/**
	 * Write it, which stops the application.
	 * @param file a file that does not exist, ending in {@code .hprof}
	 * @param live whether to run a full collection first and leave out the unreachable
	 * @throws IOException if it cannot be written; a part may have been
	 */
	void write(Path file, boolean live) throws IOException;

}
