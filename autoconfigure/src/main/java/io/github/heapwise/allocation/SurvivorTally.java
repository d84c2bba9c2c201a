package io.github.heapwise.allocation;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

import io.github.heapwise.calltree.FrameCategory;
import io.github.heapwise.jvm.OwnThreads;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordedMethod;
import jdk.jfr.consumer.RecordedObject;
import jdk.jfr.consumer.RecordedStackTrace;
import jdk.jfr.consumer.RecordedThread;
import org.jspecify.annotations.Nullable;

/**
 * Counts sampled objects by the function of the application that allocated them, once it
 * was told which count. What libraries allocate for themselves counts as a part of the
 * whole only: connections and caches stay too. What was allocated without a stack or for
 * Heapwise is left out. Thread-safe.
 */
final class SurvivorTally {

	static final int MAX_SHARES = 20;

	// The JVM follows 256 objects unless the user wants more.
	private static final int MAX_SAMPLES = 10_000;

	private final RecordedCode code;

	private final Predicate<String> ownClass;

	private final Map<Key, Integer> counts = new HashMap<>();

	private final Map<String, FrameCategory> categories = new HashMap<>();

	private Instant allocatedBefore = Instant.MIN;

	private int samples;

	/**
	 * Create an empty one.
	 * @param code tells the application's classes
	 * @param ownClass tells the classes that serve Heapwise's own requests
	 */
	SurvivorTally(RecordedCode code, Predicate<String> ownClass) {
		this.code = code;
		this.ownClass = ownClass;
	}

	/**
	 * Count from now on.
	 * @param before which objects: those allocated before
	 */
	synchronized void count(Instant before) {
		this.allocatedBefore = before;
	}

	synchronized void add(RecordedEvent sample) {
		if (!sample.getInstant("allocationTime").isBefore(this.allocatedBefore) || this.samples >= MAX_SAMPLES) {
			return;
		}
		RecordedMethod method = nearest(sample.getStackTrace());
		if (method == null || isOwn(sample.getThread())) {
			return;
		}
		this.samples++;
		if (category(method) == FrameCategory.APPLICATION) {
			String function = FrameNames.method(method.getType().getName(), method.getName());
			this.counts.merge(new Key(function, type(sample)), 1, Integer::sum);
		}
	}

	synchronized int samples() {
		return this.samples;
	}

	/**
	 * Return what was counted, and count no more.
	 * @param now the time
	 * @return the shares
	 */
	synchronized SurvivorShares take(Instant now) {
		List<SurvivorShare> shares = this.counts.entrySet()
			.stream()
			.sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
			.limit(MAX_SHARES)
			.map((entry) -> new SurvivorShare(entry.getKey().function(), entry.getKey().type(), entry.getValue(),
					(double) entry.getValue() / this.samples))
			.toList();
		SurvivorShares taken = new SurvivorShares(now, this.samples, shares);
		this.allocatedBefore = Instant.MIN;
		this.counts.clear();
		this.categories.clear();
		this.samples = 0;
		return taken;
	}

	// Frames come from the allocation outwards, and the first of the least is taken.
	private @Nullable RecordedMethod nearest(@Nullable RecordedStackTrace trace) {
		List<RecordedMethod> methods = (trace != null)
				? trace.getFrames().stream().map(RecordedFrame::getMethod).toList() : List.of();
		if (methods.stream().anyMatch((method) -> this.ownClass.test(method.getType().getName()))) {
			return null;
		}
		return methods.stream()
			.min(Comparator.comparing(this::category))
			.filter((method) -> !isOurs(method))
			.orElse(null);
	}

	private FrameCategory category(RecordedMethod method) {
		return this.categories.computeIfAbsent(method.getType().getName(),
				(name) -> this.code.category(method.getType()));
	}

	// What Heapwise keeps of requests it does so on the threads of the application.
	private boolean isOurs(RecordedMethod method) {
		return method.getType().getName().startsWith(ApplicationCode.OURS)
				&& category(method) != FrameCategory.APPLICATION;
	}

	private static boolean isOwn(@Nullable RecordedThread thread) {
		return thread != null && thread.getJavaName() != null && OwnThreads.isOwn(thread.getJavaName());
	}

	private static String type(RecordedEvent sample) {
		RecordedObject object = sample.getValue("object");
		return (object != null && object.getClass("type") != null)
				? FrameNames.allocatedClass(object.getClass("type").getName()) : "unknown class";
	}

	private record Key(String function, String type) {

	}

}
