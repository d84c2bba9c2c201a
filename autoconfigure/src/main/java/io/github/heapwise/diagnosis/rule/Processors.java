package io.github.heapwise.diagnosis.rule;

import io.github.heapwise.diagnosis.Signals;
import io.github.heapwise.diagnosis.TimeSpan;

/**
 * How busy the application kept its processors, without what the collector took.
 *
 * @param count processors there are
 * @param busy how many of them it used
 * @param idle how many of them nobody but the collector used; where nobody tells of other
 * processes, those that the application left
 */
record Processors(int count, double busy, double idle) {

	/**
	 * Look at a span.
	 * @param signals what was seen
	 * @param span the span
	 * @return what it used, not a number where nothing was measured
	 */
	static Processors within(Signals signals, TimeSpan span) {
		double known = signals.trends().gcCpuRatio().within(span).mean();
		double collector = Double.isNaN(known) ? 0 : known;
		double busy = Math.max(0, signals.trends().cpuRatio().within(span).mean() - collector);
		int count = signals.machine().processors();
		double left = Math.max(0, count - busy);
		double unused = signals.trends().idleProcessors().within(span).mean() + collector;
		return new Processors(count, busy, Double.isNaN(unused) ? left : Math.min(left, unused));
	}

	boolean isKnown() {
		return !Double.isNaN(this.busy);
	}

	double busyRatio() {
		return Math.min(1, this.busy / this.count);
	}

	double idleRatio() {
		return this.idle / this.count;
	}

}
