package com.example.names.load;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The JSON answer of {@code memory/allocations}: a tree of calls in preorder, one list
 * per property.
 *
 * @param meta what the profile covers
 * @param names names of functions and classes
 * @param cat category of each name
 * @param up for each node the levels to close before it
 * @param name for each node the index of its name
 * @param self for each node the bytes not in its children
 */
record AllocationProfile(Meta meta, List<String> names, int[] cat, int[] up, int[] name, long[] self) {

	private static final int APPLICATION = 0;

	private static final int NOBODY = -1;

	/**
	 * The functions of the application that allocated most. What a library or the JDK
	 * allocates counts for the function of the application that called it, nearest first.
	 * @param limit how many at most
	 * @return the functions, those with the most bytes first
	 */
	List<FunctionAllocation> topFunctions(int limit) {
		return bytesByFunction().entrySet()
			.stream()
			.map((entry) -> new FunctionAllocation(entry.getKey(), entry.getValue()))
			.filter((function) -> function.bytes() > 0)
			.sorted(Comparator.comparingLong(FunctionAllocation::bytes)
				.reversed()
				.thenComparing(FunctionAllocation::name))
			.limit(limit)
			.toList();
	}

	private Map<String, Long> bytesByFunction() {
		Map<String, Long> bytesByFunction = new HashMap<>();
		List<Integer> nearestByLevel = new ArrayList<>();
		for (int node = 0; node < this.up.length; node++) {
			int level = nearestByLevel.size() - this.up[node];
			int parents = (level == 0) ? NOBODY : nearestByLevel.get(level - 1);
			int nearest = (this.cat[this.name[node]] == APPLICATION) ? this.name[node] : parents;
			nearestByLevel.subList(level, nearestByLevel.size()).clear();
			nearestByLevel.add(nearest);
			if (nearest != NOBODY) {
				bytesByFunction.merge(this.names.get(nearest), this.self[node], Long::sum);
			}
		}
		return bytesByFunction;
	}

	/**
	 * What a profile covers.
	 *
	 * @param from start
	 * @param to end
	 * @param total bytes allocated in between
	 * @param ownBytes bytes Heapwise itself allocated, not part of the total
	 * @param samples number of samples the shares rest on
	 * @param errorRatio expected error of the shares
	 * @param recorder state of the recorder
	 */
	record Meta(Instant from, Instant to, long total, long ownBytes, long samples, double errorRatio,
			Recorder recorder) {

	}

	/**
	 * State of the recorder.
	 *
	 * @param state {@code starting}, {@code recording} or {@code unavailable}
	 */
	record Recorder(String state) {

	}

}
