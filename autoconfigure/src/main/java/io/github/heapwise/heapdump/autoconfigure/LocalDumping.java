package io.github.heapwise.heapdump.autoconfigure;

import io.github.heapwise.heapdump.BudgetedHeapDumps;
import io.github.heapwise.heapdump.DumpTriggers;
import io.github.heapwise.heapdump.LocalHeapDumps;

/**
 * Dumps of this JVM and what asks for them, so that the application finds one bean to
 * inject, the one with a budget.
 *
 * @param local takes and keeps the dumps
 * @param dumps the same, as often as each trigger may
 * @param triggers what asks for dumps by itself
 */
record LocalDumping(LocalHeapDumps local, BudgetedHeapDumps dumps, DumpTriggers triggers) implements AutoCloseable {

	void start() {
		// First: they may create the directory, which is kept in order if it is there.
		this.triggers.start();
		this.local.start();
	}

	@Override
	public void close() {
		this.triggers.close();
		this.local.close();
	}

}
