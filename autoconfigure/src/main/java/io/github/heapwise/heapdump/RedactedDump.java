package io.github.heapwise.heapdump;

import java.io.IOException;
import java.io.InputStream;

/**
 * A dump without its values.
 */
public interface RedactedDump {

	/**
	 * Return the length, that of the dump itself if that is whole.
	 * @return number of bytes
	 */
	long length();

	/**
	 * Read it from the beginning. May be called again, also while another is read.
	 * @return the bytes; skipping is cheaper than reading
	 * @throws IOException if the dump cannot be read
	 */
	InputStream open() throws IOException;

}
