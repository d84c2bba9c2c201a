package io.github.heapwise.diagnosis.report;

import java.util.stream.DoubleStream;

/**
 * Which values an axis shows, and where its lines are.
 *
 * @param min value at its lower end, at most 0
 * @param max value at its upper end, above that
 * @param step distance of its lines
 */
record ValueScale(double min, double max, double step) {

	private static final int LINES = 4;

	/**
	 * Return the scale for some values.
	 * @param values all that has to be on it
	 * @param unit their unit: sizes have round numbers of KB, MB and so on
	 * @return a scale with 0 on it
	 */
	static ValueScale of(DoubleStream values, String unit) {
		double[] shown = DoubleStream.concat(values.filter(Double::isFinite), DoubleStream.of(0)).sorted().toArray();
		double least = shown[0];
		double largest = shown[shown.length - 1];
		double step = step(Math.max(largest - least, Double.MIN_NORMAL), unit);
		double min = Math.floor(least / step) * step;
		double max = Math.ceil(largest / step) * step;
		return new ValueScale(min, (max > min) ? max : min + step, step);
	}

	private static double step(double range, String unit) {
		if (range <= Double.MIN_NORMAL) {
			return 1;
		}
		double wanted = range / LINES;
		double base = unit.startsWith("bytes") ? kilobytes(wanted) : 1;
		double step = round(wanted / base) * base;
		return unit.equals("count") ? Math.max(1, step) : step;
	}

	private static double kilobytes(double bytes) {
		double base = 1;
		while (bytes >= 1024 * base) {
			base *= 1024;
		}
		return base;
	}

	// to 1, 2 or 5 times a power of ten
	private static double round(double wanted) {
		double power = Math.pow(10, Math.floor(Math.log10(wanted)));
		double digit = wanted / power;
		return power * ((digit <= 1) ? 1 : ((digit <= 2) ? 2 : ((digit <= 5) ? 5 : 10)));
	}

	DoubleStream lines() {
		int lines = (int) Math.round((this.max - this.min) / this.step);
		return DoubleStream.iterate(0, (i) -> i <= lines, (i) -> i + 1).map((i) -> this.min + i * this.step);
	}

	/**
	 * Return where a value is.
	 * @param value the value
	 * @return 0 for the lower end, 1 for the upper, not beyond either
	 */
	double position(double value) {
		return Math.min(1, Math.max(0, (value - this.min) / (this.max - this.min)));
	}

}
