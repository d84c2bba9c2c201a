package io.github.heapwise.gc;

import java.time.Instant;

/**
 * A pause as Flight Recorder saw it.
 *
 * @param gcId number of the collection it belongs to
 * @param name what the JVM calls it, such as {@code GC Pause} or {@code Pause Remark}
 * @param start when it began
 * @param nanos how long it took
 */
record RecordedPause(int gcId, String name, Instant start, long nanos) {

	private static final String ANY = "GC Pause";

	/**
	 * Return whether the name says more than that it is a pause.
	 * @return whether it names a phase
	 */
	boolean isNamed() {
		return !this.name.equals(ANY);
	}

}
