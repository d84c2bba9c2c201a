package io.github.heapwise.heapdump;

/**
 * How far a dump is.
 */
public enum DumpState {

	/** Another one is being written. */
	QUEUED,

	/** The JVM writes it, or it is being redacted. */
	DUMPING,

	/** It is complete and being analysed. */
	INDEXING,

	/** It can be read. */
	READY,

	/** There is no file; the failure says why. */
	FAILED

}
