package io.github.heapwise.gc;

import org.jspecify.annotations.Nullable;

/**
 * Tells when garbage has been taken out of the old generation, and what was left.
 * <p>
 * G1 does so in a row of mixed collections after a concurrent cycle. Only the last of
 * them leaves what is alive, which is known when the next collection is no longer mixed.
 * If the cycle found next to nothing to collect, there are none: then it is the next
 * collection of the young generation that leaves what is alive. Without Flight Recorder
 * neither can be told, and only full collections of G1 count.
 * <p>
 * Not thread-safe.
 */
final class OldCleaning {

	private static final String END_OF_CYCLE = "Pause Cleanup";

	private static final String BEFORE_MIXED = "Young (Prepare Mixed)";

	private @Nullable HeapChange lastMixed;

	private boolean cycleEnded;

	/**
	 * Look at a collection.
	 * @param event each, in the order in which they ended
	 * @return what a cleaning left that this collection shows to have ended, {@code null}
	 * if it shows none
	 */
	@Nullable HeapChange endedBy(GcEvent event) {
		return switch (event.kind()) {
			case YOUNG -> cleanedBefore(event);
			case MIXED -> {
				this.lastMixed = event.heap();
				yield null;
			}
			case OTHER -> {
				this.cycleEnded |= END_OF_CYCLE.equals(event.phase());
				yield null;
			}
			case FULL, CONCURRENT -> {
				this.lastMixed = null;
				this.cycleEnded = false;
				yield OldGeneration.isCleanedBy(event) ? event.heap() : null;
			}
		};
	}

	private @Nullable HeapChange cleanedBefore(GcEvent young) {
		HeapChange mixed = this.lastMixed;
		boolean nothingToCollect = this.cycleEnded && !BEFORE_MIXED.equals(young.phase());
		this.lastMixed = null;
		this.cycleEnded = false;
		return nothingToCollect ? young.heap() : mixed;
	}

}
