package io.github.heapwise.diagnosis.rule;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.heapwise.diagnosis.Evidence;
import io.github.heapwise.diagnosis.SurvivorSignal;
import io.github.heapwise.diagnosis.SurvivorSignal.Allocator;
import io.github.heapwise.diagnosis.TimeSpan;
import org.jspecify.annotations.Nullable;

/**
 * The function that allocated most of what stays, if one stands out.
 *
 * @param function its name
 * @param type the class most of it is of
 * @param ratio its share of the objects seen
 */
record SurvivorSource(String function, String type, double ratio) {

	// One object of a cache may be among few by chance.
	private static final int ENOUGH_SAMPLES = 5;

	private static final double STANDS_OUT = 0.2;

	private static final double MOST = 0.5;

	static @Nullable SurvivorSource of(SurvivorSignal survivors) {
		Map<String, List<Allocator>> byFunction = new LinkedHashMap<>();
		survivors.allocators()
			.forEach((allocator) -> byFunction.computeIfAbsent(allocator.function(), (unseen) -> new ArrayList<>())
				.add(allocator));
		return byFunction.values()
			.stream()
			.max(Comparator.comparingDouble(SurvivorSource::ratio))
			.filter((allocators) -> allocators.stream().mapToInt(Allocator::samples).sum() >= ENOUGH_SAMPLES)
			.filter((allocators) -> ratio(allocators) >= STANDS_OUT)
			.map(SurvivorSource::of)
			.orElse(null);
	}

	/**
	 * Return the end of a sentence that names the function.
	 * @return text behind a comma
	 */
	String clause() {
		String part = (this.ratio > MOST) ? "most" : "%d %%".formatted(Math.round(100 * this.ratio));
		return "%s of what stays was allocated by '%s'".formatted(part, this.function);
	}

	/**
	 * Return the function and what it leaves behind.
	 * @return the subject of a sentence
	 */
	String subject() {
		return "'%s' (mostly '%s')".formatted(this.function, this.type);
	}

	Evidence evidence(TimeSpan span) {
		return new Evidence("Share of a sample of objects that stay (of objects, not of bytes) allocated by '%s'"
			.formatted(this.function), this.ratio, null, "ratio", span, null);
	}

	private static SurvivorSource of(List<Allocator> allocators) {
		Allocator largest = allocators.stream().max(Comparator.comparingDouble(Allocator::ratio)).orElseThrow();
		return new SurvivorSource(largest.function(), largest.type(), ratio(allocators));
	}

	private static double ratio(List<Allocator> allocators) {
		return allocators.stream().mapToDouble(Allocator::ratio).sum();
	}

}
