package io.github.heapwise.heapgraph;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What instances of some classes of the JDK may take in the heap besides the fields that
 * a dump shows: fields only the JVM knows, and padding around fields that many threads
 * write to.
 */
final class HiddenFields {

	// Twice 128 bytes, and room to align.
	private static final int PADDING_BYTES = 272;

	private static final int INJECTED_BYTES = 24;

	private static final Map<String, Integer> BYTES_BY_CLASS = Map.ofEntries(
			Map.entry("java/lang/Thread", PADDING_BYTES + INJECTED_BYTES),
			Map.entry("java/util/concurrent/ForkJoinPool", 2 * PADDING_BYTES),
			Map.entry("java/util/concurrent/ForkJoinPool$WorkQueue", 2 * PADDING_BYTES),
			Map.entry("java/util/concurrent/ConcurrentHashMap$CounterCell", PADDING_BYTES),
			Map.entry("java/util/concurrent/atomic/Striped64$Cell", PADDING_BYTES),
			Map.entry("java/util/concurrent/Exchanger$Node", PADDING_BYTES),
			Map.entry("java/util/concurrent/SubmissionPublisher$BufferedSubscription", 2 * PADDING_BYTES),
			Map.entry("java/lang/Class", 2 * INJECTED_BYTES), Map.entry("java/lang/ClassLoader", INJECTED_BYTES),
			Map.entry("java/lang/Module", INJECTED_BYTES), Map.entry("java/lang/String", INJECTED_BYTES),
			Map.entry("java/lang/StackFrameInfo", INJECTED_BYTES),
			Map.entry("java/lang/invoke/MemberName", INJECTED_BYTES),
			Map.entry("java/lang/invoke/ResolvedMethodName", INJECTED_BYTES),
			Map.entry("java/lang/invoke/MethodHandleNatives$CallSiteContext", INJECTED_BYTES),
			Map.entry("jdk/internal/vm/StackChunk", INJECTED_BYTES));

	private HiddenFields() {
	}

	/**
	 * Return how much a class may add.
	 * @param className name of the class as in class files
	 * @return bytes at most, 0 for nearly all classes
	 */
	static int greatestBytes(@Nullable String className) {
		return (className != null) ? BYTES_BY_CLASS.getOrDefault(className, 0) : 0;
	}

}
