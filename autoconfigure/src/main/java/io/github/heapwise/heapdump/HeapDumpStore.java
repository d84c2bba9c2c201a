package io.github.heapwise.heapdump;

import java.io.IOException;
import java.io.InputStream;

/**
 * A place elsewhere to which finished dumps are copied, so that they survive the machine.
 * What is copied is redacted.
 */
@FunctionalInterface
public interface HeapDumpStore {

	/**
	 * Copy a dump. Called on one thread of ours, one dump after the other; may take its
	 * time. A failure is logged and told with the dump; the local file stays.
	 * @param dump the dump, which is ready
	 * @param fileName a name for it, unique, without directories, ending in
	 * {@code .hprof}
	 * @param content the bytes, for the duration of the call
	 * @param length number of bytes
	 * @throws IOException if it cannot be copied
	 */
	void store(HeapDump dump, String fileName, InputStream content, long length) throws IOException;

}
