package io.github.heapwise.diagnosis.report;

import io.github.heapwise.calltree.CallTree;
import io.github.heapwise.diagnosis.TimeSpan;
import org.jspecify.annotations.Nullable;

/**
 * Tells where the application allocated.
 */
@FunctionalInterface
public interface JudgedAllocations {

	/**
	 * Nobody watches where.
	 */
	JudgedAllocations UNKNOWN = (span) -> null;

	/**
	 * Return where it allocated in a part of time.
	 * @param span the part
	 * @return the stacks with bytes, {@code null} where they are not known
	 */
	@Nullable CallTree in(TimeSpan span);

}
