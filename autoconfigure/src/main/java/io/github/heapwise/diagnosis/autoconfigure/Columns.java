package io.github.heapwise.diagnosis.autoconfigure;

import java.util.Arrays;
import java.util.List;

import io.github.heapwise.diagnosis.Series;
import org.jspecify.annotations.Nullable;

/**
 * Takes series out of the rows that features keep, the first column of which is the time
 * in milliseconds since 1970.
 */
final class Columns {

	static final Columns NONE = new Columns(List.of(), new Number[0][]);

	private final List<String> labels;

	private final @Nullable Number[][] rows;

	/**
	 * Create an instance.
	 * @param labels names of the columns
	 * @param rows the rows; {@code null} is a number that was not measured
	 */
	Columns(List<String> labels, @Nullable Number[][] rows) {
		this.labels = labels;
		this.rows = rows;
	}

	/**
	 * Return what was measured of a column.
	 * @param label its name
	 * @param unit what a number stands for, in that of the series
	 * @return the series, empty if there is no such column
	 */
	Series series(String label, double unit) {
		int column = this.labels.indexOf(label);
		long[] epochMillis = new long[this.rows.length];
		double[] values = new double[this.rows.length];
		int size = 0;
		for (int i = 0; i < this.rows.length && column > 0; i++) {
			Number time = this.rows[i][0];
			Number value = this.rows[i][column];
			if (time != null && value != null) {
				epochMillis[size] = time.longValue();
				values[size++] = value.doubleValue() * unit;
			}
		}
		return new Series(Arrays.copyOf(epochMillis, size), Arrays.copyOf(values, size));
	}

}
