package io.github.heapwise.heapdump;

/**
 * Told of dumps.
 */
@FunctionalInterface
public interface DumpListener {

	/**
	 * A dump is ready, or failed. Called on the thread that takes them, which waits.
	 * @param dump the dump
	 */
	void ended(HeapDump dump);

}
