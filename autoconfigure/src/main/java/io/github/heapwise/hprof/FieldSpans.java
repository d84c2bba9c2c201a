package io.github.heapwise.hprof;

/**
 * Walks over the values of one object: spans of bytes that are kept or erased, from its
 * class up to {@code Object}. Every step is at least a byte, so no hierarchy can make a
 * walk longer than the object.
 */
final class FieldSpans {

	private final FieldLayouts layouts;

	// Neighbours in a dump are often of one class.
	private long lastClassId;

	private int lastNumber = FieldLayouts.NONE;

	private int number = FieldLayouts.NONE;

	private int run;

	private int endOfRuns;

	FieldSpans(FieldLayouts layouts) {
		this.layouts = layouts;
	}

	/**
	 * Start with an object.
	 * @param classId id of its class
	 * @param bytes what its fields take by the dump
	 * @return whether they are known to take as much
	 */
	boolean start(long classId, long bytes) {
		if (classId != this.lastClassId) {
			this.lastClassId = classId;
			this.lastNumber = this.layouts.numberOf(classId);
		}
		boolean known = this.lastNumber != FieldLayouts.NONE && this.layouts.instanceBytes(this.lastNumber) == bytes;
		enter(known ? this.lastNumber : FieldLayouts.NONE);
		return known;
	}

	/**
	 * Leave the object: there is no next span.
	 */
	void clear() {
		enter(FieldLayouts.NONE);
	}

	/**
	 * Go to the next span.
	 * @return whether there is one
	 */
	boolean next() {
		this.run++;
		while (this.run >= this.endOfRuns && this.number != FieldLayouts.NONE) {
			enter(this.layouts.aboveWithFields(this.number));
			this.run++;
		}
		return this.number != FieldLayouts.NONE;
	}

	int bytes() {
		return this.layouts.runBytes(this.run);
	}

	boolean erased() {
		return this.layouts.erased(this.run);
	}

	private void enter(int entered) {
		boolean none = entered == FieldLayouts.NONE;
		this.number = entered;
		this.run = none ? -1 : this.layouts.firstRun(entered) - 1;
		this.endOfRuns = none ? -1 : this.layouts.endOfRuns(entered);
	}

}
