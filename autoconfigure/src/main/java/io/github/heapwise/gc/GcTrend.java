package io.github.heapwise.gc;

import org.jspecify.annotations.Nullable;

/**
 * How fast what survives collections grows.
 *
 * @param bytesPerHour the growth, {@code null} where too few collections have been seen
 * @param lowBytesPerHour lower end of its interval of 95 %, as if collections were
 * independent of each other
 * @param highBytesPerHour upper end of that interval
 * @param confidence how far to believe it
 * @param reason a sentence that says why
 */
public record GcTrend(@Nullable Double bytesPerHour, @Nullable Double lowBytesPerHour,
		@Nullable Double highBytesPerHour, Confidence confidence, String reason) {

	static GcTrend unknown() {
		return new GcTrend(null, null, null, Confidence.NONE,
				"Too few collections yet: a trend takes twelve of them in different ten seconds");
	}

	static GcTrend of(RobustSlope slope, boolean oldWasCleaned) {
		boolean clear = slope.low() > 0;
		Confidence confidence = (clear && oldWasCleaned) ? Confidence.HIGH : Confidence.LOW;
		return new GcTrend(slope.median(), slope.low(), slope.high(), confidence, reason(clear, oldWasCleaned));
	}

	private static String reason(boolean clear, boolean oldWasCleaned) {
		if (!oldWasCleaned) {
			return "The old generation was hardly collected in this time: what grows there may be garbage";
		}
		return clear ? "The old generation was collected several times and kept more and more"
				: "The interval includes zero: it may as well not grow";
	}

	/**
	 * How far to believe a trend.
	 */
	public enum Confidence {

		/**
		 * Nothing is known.
		 */
		NONE,

		/**
		 * It may be chance, or garbage nobody has looked for yet.
		 */
		LOW,

		/**
		 * What is alive really grows like this.
		 */
		HIGH

	}

}
