package io.github.heapwise.diagnosis;

import java.util.List;

/**
 * Who allocated in the window, by samples.
 *
 * @param samples how many samples it rests on, 0 where nothing was recorded
 * @param bytesPerSecond bytes allocated
 * @param functions functions of the application that allocated most, themselves and in
 * what they called of others
 * @param types classes that were allocated most
 * @param outsideTlabRatio share of the bytes in objects too large for the threads' own
 * buffers
 */
public record AllocationSignals(long samples, double bytesPerSecond, List<Share> functions, List<Share> types,
		double outsideTlabRatio) {

	public AllocationSignals {
		functions = List.copyOf(functions);
		types = List.copyOf(types);
	}

	/**
	 * A part of what was allocated.
	 *
	 * @param name name of the function or class
	 * @param ratio share of all bytes
	 */
	public record Share(String name, double ratio) {

	}

}
