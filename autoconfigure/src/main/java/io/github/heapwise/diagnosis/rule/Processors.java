package io.github.heapwise.diagnosis.rule;

import io.github.heapwise.diagnosis.Series;
import io.github.heapwise.diagnosis.Signals;
import io.github.heapwise.diagnosis.TimeSpan;

/**
 * How busy the application kept its processors, without what the collector took.
 *
 * @param count processors there are
 * @param busy how many of them it used
 */
record Processors(int count, double busy) {

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
		return new Processors(signals.machine().processors(), Math.max(0, application));
	}

	boolean isKnown() {
		return !Double.isNaN(this.busy);
	}

	double busyRatio() {
		return Math.min(1, this.busy / this.count);
	}

	double idle() {
		return Math.max(0, this.count - this.busy);
	}

}
