package io.github.heapwise.allocation;

/**
 * The events of the JVM that allocation samples come from.
 */
enum AllocationEvent {

	/**
	 * An object that needed a new TLAB; stands for a TLAB of bytes.
	 */
	IN_NEW_TLAB("jdk.ObjectAllocationInNewTLAB"),

	/**
	 * An object that was put outside any TLAB; stands for itself if no TLAB could have
	 * held it, for a TLAB of bytes if the rest of one could not.
	 */
	OUTSIDE_TLAB("jdk.ObjectAllocationOutsideTLAB"),

	/**
	 * A throttled sample. Its weight is not used, see {@link Regime#EVEN}.
	 */
	SAMPLE("jdk.ObjectAllocationSample");

	private final String eventName;

	AllocationEvent(String eventName) {
		this.eventName = eventName;
	}

	String eventName() {
		return this.eventName;
	}

}
