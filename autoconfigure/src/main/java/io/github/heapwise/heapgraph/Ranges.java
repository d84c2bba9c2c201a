package io.github.heapwise.heapgraph;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

import io.github.heapwise.hprof.CancelSignal;
import io.github.heapwise.hprof.HprofRange;
import org.jspecify.annotations.Nullable;

/**
 * Reads parts of a dump at the same time.
 */
final class Ranges {

	private Ranges() {
	}

	/**
	 * Read all parts.
	 * @param ranges the parts
	 * @param threads how many threads may do so
	 * @param progress told for every part
	 * @param visitor called once a thread
	 */
	static void read(List<HprofRange> ranges, int threads, Progress progress, Visitor visitor) throws IOException {
		AtomicInteger taken = new AtomicInteger();
		Workers.Task task = (cancel) -> visitor.visit(() -> {
			int range = taken.getAndIncrement();
			progress.at(Math.min(range, ranges.size()), ranges.size());
			return (range < ranges.size()) ? ranges.get(range) : null;
		}, cancel);
		Workers.Task[] tasks = new Workers.Task[Math.min(threads, ranges.size())];
		Arrays.fill(tasks, task);
		Workers.run(progress.cancel(), tasks);
	}

	/**
	 * What one thread does.
	 */
	@FunctionalInterface
	interface Visitor {

		/**
		 * Read parts until there is none left.
		 * @param next gives the next part, {@code null} after the last one
		 * @param cancel tells it to stop
		 */
		void visit(Supplier<@Nullable HprofRange> next, CancelSignal cancel) throws IOException;

	}

}
