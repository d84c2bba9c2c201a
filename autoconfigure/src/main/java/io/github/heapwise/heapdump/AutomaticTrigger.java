package io.github.heapwise.heapdump;

/**
 * Asks for dumps by itself, from when it is started, once, until it is closed.
 */
interface AutomaticTrigger extends AutoCloseable {

	/**
	 * Start. Says so in the log where this JVM or system does not play along.
	 */
	void start();

	@Override
	void close();

}
