package io.github.heapwise.diagnosis.rule;

import io.github.heapwise.diagnosis.Series;
import io.github.heapwise.diagnosis.Signals;
import io.github.heapwise.diagnosis.TimeSpan;

/**
 * How busy the application kept its processors, without what the collector took.
 *
 * @param count processors there are
 * @param busy how many of them it used
 * @param others how many of them other processes used, 0 where that is not known
 */
record Processors(int count, double busy, double others) {

	/**
	 * Look at a span.
	 * @param signals what was seen
	 * @param span the span
	 * @return what it used, not a number where nothing was measured
	 */
	static Processors within(Signals signals, TimeSpan span) {
		Series used = signals.trends().cpuRatio().within(span);
		double collector = signals.trends().gcCpuRatio().within(span).mean();
		double application = used.mean() - (Double.isNaN(collector) ? 0 : collector);
		int count = signals.machine().processors();
		double others = count * signals.trends().machineCpuRatio().within(span).mean() - used.mean();
		return new Processors(count, Math.max(0, application), (others > 0) ? others : 0);
	}

	boolean isKnown() {
		return !Double.isNaN(this.busy);
	}

	double busyRatio() {
		return Math.min(1, this.busy / this.count);
	}

	double othersRatio() {
		return Math.min(1, this.others / this.count);
	}

	double idle() {
		return Math.max(0, this.count - this.busy - this.others);
	}

	double idleRatio() {
		return idle() / this.count;
	}

}
