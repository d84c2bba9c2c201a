package io.github.heapwise.allocation;

import java.time.Duration;
import java.util.List;

/**
 * Who allocated most in a range of time, as far as samples tell. Without what Heapwise
 * itself allocated.
 *
 * @param recorded how much of the range was recorded
 * @param samples samples it rests on
 * @param bytes bytes allocated
 * @param outsideTlabBytes bytes of objects that no TLAB could have held
 * @param functions functions of the application, with what they called of others
 * @param types allocated classes
 */
public record AllocationSummary(Duration recorded, long samples, long bytes, long outsideTlabBytes,
		List<NamedBytes> functions, List<NamedBytes> types) {

	/**
	 * Nothing was recorded.
	 */
	public static final AllocationSummary EMPTY = new AllocationSummary(Duration.ZERO, 0, 0, 0, List.of(), List.of());

	public AllocationSummary {
		functions = List.copyOf(functions);
		types = List.copyOf(types);
	}

	/**
	 * A part of the bytes.
	 *
	 * @param name name of a function or class
	 * @param bytes its bytes
	 */
	public record NamedBytes(String name, long bytes) {

	}

}
