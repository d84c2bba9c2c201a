package io.github.heapwise.diagnosis.rule;

import java.util.stream.DoubleStream;

import io.github.heapwise.diagnosis.Evidence;
import io.github.heapwise.diagnosis.MachineFacts;
import io.github.heapwise.diagnosis.Signals;
import io.github.heapwise.diagnosis.Trends;

/**
 * What the process is made of, and what it would be if the heap grew to its limit.
 *
 * @param residentBytes physical memory
 * @param heapBytes size of the heap
 * @param otherBytes what is not heap: the larger of what is known of it and of what
 * remains of the resident set
 */
record ProcessParts(double residentBytes, double heapBytes, double otherBytes) {

	// A thread touches a part of its stack only.
	private static final double TOUCHED_STACK_BYTES = 128 << 10;

	static ProcessParts of(Signals signals) {
		Trends trends = signals.trends();
		double resident = zeroIfUnknown(trends.residentBytes().last());
		double heap = zeroIfUnknown(trends.heapCommittedBytes().last());
		double known = DoubleStream
			.of(trends.directBytes().last(), trends.metaspaceBytes().last(), stacks(signals.machine(), trends))
			.map(ProcessParts::zeroIfUnknown)
			.sum();
		return new ProcessParts(resident, heap, Math.max(known, resident - heap));
	}

	Evidence[] evidence(Signals signals) {
		Trends trends = signals.trends();
		return new Evidence[] {
				new Evidence("Size of the heap", this.heapBytes, null, "bytes", signals.window(),
						trends.heapCommittedBytes()),
				new Evidence("Everything but the heap", this.otherBytes, null, "bytes", signals.window(), null),
				new Evidence("Direct buffers", zeroIfUnknown(trends.directBytes().last()), null, "bytes",
						signals.window(), trends.directBytes()),
				new Evidence("Metaspace", zeroIfUnknown(trends.metaspaceBytes().last()), null, "bytes",
						signals.window(), trends.metaspaceBytes()),
				new Evidence("Stacks of threads, about", zeroIfUnknown(stacks(signals.machine(), trends)), null,
						"bytes", signals.window(), null) };
	}

	private static double stacks(MachineFacts machine, Trends trends) {
		return trends.threads().last() * Math.min(machine.stackBytes(), TOUCHED_STACK_BYTES);
	}

	private static double zeroIfUnknown(double value) {
		return Double.isNaN(value) ? 0 : value;
	}

}
