package io.github.heapwise.diagnosis.autoconfigure;

import java.util.Comparator;
import java.util.List;

import io.github.heapwise.diagnosis.ThreadCount;
import io.github.heapwise.jvm.ThreadNames;

/**
 * Reads which kinds of threads there are.
 */
final class ThreadReader {

	private static final int MOST = 20;

	private ThreadReader() {
	}

	static List<ThreadCount> read() {
		return ThreadNames.count()
			.entrySet()
			.stream()
			.map((kind) -> new ThreadCount(kind.getKey(), kind.getValue()))
			.sorted(Comparator.comparingInt(ThreadCount::count).reversed().thenComparing(ThreadCount::name))
			.limit(MOST)
			.toList();
	}

}
