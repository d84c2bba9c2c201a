package io.github.heapwise.allocation;

import java.util.EnumMap;
import java.util.Map;

import io.github.heapwise.calltree.CallTree;

/**
 * How far an estimate is from the truth: half the sum of the differences over all
 * functions, as a share of all bytes. That much of the bytes is shown where it does not
 * belong.
 */
final class Misattribution {

	private Misattribution() {
	}

	static double ratio(Map<KnownFunction, Long> estimate, Map<KnownFunction, Long> truth) {
		double differences = 0;
		double total = 0;
		for (KnownFunction function : KnownFunction.values()) {
			differences += Math.abs(estimate.getOrDefault(function, 0L) - truth.get(function));
			total += truth.get(function);
		}
		return differences / 2 / total;
	}

	/**
	 * Return the ratio to expect of as many samples drawn independently, the least that
	 * sampling by bytes alone can do.
	 * @param truth bytes by function
	 * @param samples number of samples
	 * @return expected ratio if all functions are sampled alike
	 */
	static double ofIndependentSamples(Map<KnownFunction, Long> truth, long samples) {
		double total = truth.values().stream().mapToDouble(Long::doubleValue).sum();
		double deviations = truth.values()
			.stream()
			.mapToDouble((bytes) -> bytes / total)
			.map((share) -> Math.sqrt(share * (1 - share) / samples))
			.sum();
		// mean absolute deviation of a normal distribution
		return Math.sqrt(2 / Math.PI) * deviations / 2;
	}

	/**
	 * Add up a profile by known function.
	 * @param tree the profile
	 * @return bytes below the methods of {@link KnownAllocations}
	 */
	static Map<KnownFunction, Long> byFunction(CallTree tree) {
		Map<KnownFunction, Long> bytes = new EnumMap<>(KnownFunction.class);
		for (KnownFunction function : KnownFunction.values()) {
			String name = KnownAllocations.class.getName() + "." + function.methodName();
			long sum = 0;
			for (int node = 0; node < tree.size(); node++) {
				sum += tree.frame(node).name().equals(name) ? tree.totalBytes(node) : 0;
			}
			bytes.put(function, sum);
		}
		return bytes;
	}

}
