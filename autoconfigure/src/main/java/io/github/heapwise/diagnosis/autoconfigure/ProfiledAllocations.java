package io.github.heapwise.diagnosis.autoconfigure;

import java.util.function.Supplier;

import io.github.heapwise.allocation.AllocationProfile;
import io.github.heapwise.allocation.AllocationProfiler;
import io.github.heapwise.allocation.AllocationQuery;
import io.github.heapwise.allocation.AllocationValue;
import io.github.heapwise.calltree.CallTree;
import io.github.heapwise.diagnosis.TimeSpan;
import io.github.heapwise.diagnosis.report.JudgedAllocations;
import org.jspecify.annotations.Nullable;

/**
 * Asks the allocation profiler, where there is one.
 *
 * @param profiler supplies it
 */
record ProfiledAllocations(Supplier<@Nullable AllocationProfiler> profiler) implements JudgedAllocations {

	@Override
	public @Nullable CallTree in(TimeSpan span) {
		AllocationProfiler there = this.profiler.get();
		AllocationProfile profile = (there != null) ? there.profile(
				new AllocationQuery(span.from(), span.to(), null, null, null, AllocationValue.BYTES)) : null;
		return (profile != null) ? profile.tree() : null;
	}

}
