package io.github.heapwise.heapdump;

import java.io.IOException;

import io.github.heapwise.os.MemoryLimits;

/**
 * Looks at what an analysis would cost and what there is, before it begins.
 */
final class AnalysisPreflight {

	private final DumpDirectory directory;

	private final AnalysisRules rules;

	private final MemoryLimits limits;

	AnalysisPreflight(DumpDirectory directory, AnalysisRules rules, MemoryLimits limits) {
		this.directory = directory;
		this.rules = rules;
		this.limits = limits;
	}

	/**
	 * Check whether a dump may be analysed now.
	 * @param stored the dump
	 * @throws IOException if the directory cannot be used
	 * @throws HeapDumpRefusedException if it would cost too much
	 */
	void check(StoredDump stored) throws IOException {
		this.rules.check(stored.facts().sizeBytes(), Room.in(this.directory.open().directory()), this.limits.read(),
				this.limits.killTogether());
	}

}
