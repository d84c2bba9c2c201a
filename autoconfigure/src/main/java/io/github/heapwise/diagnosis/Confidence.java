package io.github.heapwise.diagnosis;

/**
 * How far to believe a finding.
 */
public enum Confidence {

	/** The signs fit, and would fit something else as well. */
	LOW,

	/** The signs fit well. */
	MEDIUM,

	/** It was measured, or hardly anything else fits. */
	HIGH

}
