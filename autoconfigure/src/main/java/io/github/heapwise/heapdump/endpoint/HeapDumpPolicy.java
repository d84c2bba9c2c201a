package io.github.heapwise.heapdump.endpoint;

import java.util.List;

/**
 * What the user permits and has set up, as far as clients are told.
 *
 * @param rawDownload whether dumps may be downloaded with the values in them
 * @param showValues whether analyses show texts and primitives
 * @param redactedAtCapture whether values never reach the disk
 * @param limits what the store keeps at most
 * @param triggers everything that may ask for a dump
 */
public record HeapDumpPolicy(boolean rawDownload, boolean showValues, boolean redactedAtCapture, StoreLimits limits,
		List<TriggerDescriptor> triggers) {

	public HeapDumpPolicy {
		triggers = List.copyOf(triggers);
	}

	/**
	 * What the store keeps at most. The oldest dumps go first.
	 *
	 * @param dumps number of dumps
	 * @param bytes their size together
	 * @param ageMillis how old they get
	 */
	public record StoreLimits(int dumps, long bytes, long ageMillis) {

	}

}
