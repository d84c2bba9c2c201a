package io.github.heapwise.os;

/**
 * Who limits the memory of the process.
 */
public enum LimitSource {

	/** A control group of the unified hierarchy. */
	CGROUP_V2,

	/** A control group of the memory controller's own hierarchy. */
	CGROUP_V1,

	/** Nobody but the machine. */
	HOST

}
