package io.github.heapwise.heapdump;

import java.io.IOException;

import io.github.heapwise.heapdump.DumpEstimator.Sized;
import io.github.heapwise.os.MemoryLimits;

/**
 * Looks at what a dump would cost and what there is, before it begins.
 */
final class Preflight {

	private final DumpDirectory directory;

	private final DumpCatalog catalog;

	private final DumpEstimator estimator;

	private final DumpRules rules;

	private final MemoryLimits limits;

	Preflight(DumpDirectory directory, DumpCatalog catalog, DumpEstimator estimator, DumpRules rules,
			MemoryLimits limits) {
		this.directory = directory;
		this.catalog = catalog;
		this.estimator = estimator;
		this.rules = rules;
		this.limits = limits;
	}

	Sized estimate(boolean live) {
		return this.estimator.estimate(live, this.catalog.all());
	}

	/**
	 * Check whether a dump may be written now.
	 * @param live whether of reachable objects only
	 * @return what it would cost
	 * @throws IOException if the directory cannot be used
	 * @throws HeapDumpRefusedException if it would cost too much
	 */
	Sized check(boolean live) throws IOException {
		Room room = Room.in(this.directory.open().directory());
		Sized sized = estimate(live);
		this.rules.check(sized, room, this.limits.read());
		return sized;
	}

}
