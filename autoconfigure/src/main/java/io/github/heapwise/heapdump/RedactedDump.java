package io.github.heapwise.heapdump;

import java.io.IOException;
import java.io.InputStream;

/**
 * A dump without its values. As long as the dump itself.
 */
@FunctionalInterface
public interface RedactedDump {

	/**
	 * Read it from the beginning. May be called again.
	 * @return the bytes; skipping is cheaper than reading
	 * @throws IOException if the dump cannot be read
	 */
	InputStream open() throws IOException;

}
