package io.github.heapwise.heapdump;

import java.io.IOException;
import java.io.InputStream;

/**
 * The bytes of a finished dump. Kept from being deleted until it is closed.
 */
public interface DumpContent extends AutoCloseable {

	/**
	 * Return the length.
	 * @return number of bytes
	 */
	long length();

	/**
	 * Open the bytes from the beginning. Skipping is cheaper than reading. Closing the
	 * stream closes this as well.
	 * @return the bytes
	 * @throws IOException if they cannot be read
	 */
	InputStream open() throws IOException;

	@Override
	void close();

}
