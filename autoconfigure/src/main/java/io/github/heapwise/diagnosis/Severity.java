package io.github.heapwise.diagnosis;

/**
 * How much a finding matters.
 */
public enum Severity {

	/** Good to know. */
	INFO,

	/** It costs performance, or will become a problem. */
	WARNING,

	/** It is a problem, or is about to become one. */
	CRITICAL

}
