package io.github.heapwise.heapdump;

import java.io.IOException;
import java.nio.file.Path;

/**
 * Tells where the JVM is to write a dump when it runs out of memory.
 */
public interface OutOfMemoryTarget {

	/**
	 * Make sure that the JVM can write.
	 * @return a file that does not exist yet, named unlike that of any other process
	 * @throws IOException if it cannot, with a sentence for humans
	 */
	Path prepare() throws IOException;

	/**
	 * Undo what was prepared: the JVM is not going to write any more. Keeps what it has
	 * written.
	 * @throws IOException if it cannot, with a sentence for humans
	 */
	void withdraw() throws IOException;

}
