package io.github.heapwise.gc;

/**
 * What a collection looked at, and whether the application stood still.
 */
public enum GcKind {

	/**
	 * A pause that collected the young generation.
	 */
	YOUNG,

	/**
	 * A pause that collected the young generation and some of the old. Told from
	 * {@link #YOUNG} by Flight Recorder only.
	 */
	MIXED,

	/**
	 * A pause that collected everything.
	 */
	FULL,

	/**
	 * A cycle that ran beside the application. Not a pause.
	 */
	CONCURRENT,

	/**
	 * Another pause, mostly one of the short ones within a concurrent cycle.
	 */
	OTHER;

	private static final String CYCLE = "end of GC cycle";

	/**
	 * Tell the kind by the action of a notification. Names of collectors say less: one
	 * bean of G1 reports the pauses of its concurrent cycles.
	 * @param action the action, such as {@code end of minor GC}
	 * @return the kind; unknown actions are those of pauses
	 */
	static GcKind of(String action) {
		return switch (action) {
			case "end of minor GC" -> YOUNG;
			case "end of major GC" -> FULL;
			case CYCLE -> CONCURRENT;
			// Shenandoah names the pause, and a collection that gave up being concurrent
			// is one long pause
			default -> (action.startsWith("Full") || action.startsWith("Degenerated")) ? FULL : OTHER;
		};
	}

	boolean isPause() {
		return this != CONCURRENT;
	}

}
