package io.github.heapwise.diagnosis.rule;

import io.github.heapwise.diagnosis.Series;

/**
 * How often something was late, which a single maximum does not tell: one hiccup in
 * minutes is nobody's fault.
 *
 * @param longestMillis the longest delay
 * @param seconds seconds with a delay that was too long
 * @param series all delays
 */
record LateSeconds(double longestMillis, long seconds, Series series) {

	/**
	 * Count them.
	 * @param series the longest delay of each second, in milliseconds
	 * @param longestMillis what to go by if the series is empty
	 * @param tooLongMillis which delay is too long
	 * @return the count
	 */
	static LateSeconds of(Series series, double longestMillis, double tooLongMillis) {
		if (series.isEmpty()) {
			return new LateSeconds(longestMillis, (longestMillis >= tooLongMillis) ? 1 : 0, series);
		}
		return new LateSeconds(series.max(), series.values().filter((millis) -> millis >= tooLongMillis).count(),
				series);
	}

}
