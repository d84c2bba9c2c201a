package io.github.heapwise.allocation;

/**
 * Bytes by who called {@code new}.
 *
 * @param application in methods of the application
 * @param dependency in methods of its libraries, and where the caller is unknown
 * @param jdk in methods of the JDK
 * @param own in requests that Heapwise itself answers
 */
public record CallerBytes(long application, long dependency, long jdk, long own) {

	static final CallerBytes NONE = new CallerBytes(0, 0, 0, 0);

	CallerBytes plus(CallerBytes other) {
		return new CallerBytes(this.application + other.application, this.dependency + other.dependency,
				this.jdk + other.jdk, this.own + other.own);
	}

	/**
	 * Keep the shares, change the sum.
	 * @param total the new sum
	 * @return bytes that add up to it but for rounding, all 0 if nothing was sampled
	 */
	CallerBytes scaledTo(long total) {
		long sum = withoutOwn() + this.own;
		if (sum == 0) {
			return this;
		}
		return times((double) total / sum);
	}

	CallerBytes times(double factor) {
		return new CallerBytes(Math.round(factor * this.application), Math.round(factor * this.dependency),
				Math.round(factor * this.jdk), Math.round(factor * this.own));
	}

	long withoutOwn() {
		return this.application + this.dependency + this.jdk;
	}

}
