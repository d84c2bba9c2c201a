package io.github.heapwise.gc;

/**
 * Is told of every collection.
 * <p>
 * Called on one thread of ours, in the order of events, never on a thread of the JVM: it
 * may take its time. If it takes so long that more than a thousand events wait, further
 * ones are left out; if it throws, it is told of the next event all the same. Both are
 * logged once.
 */
@FunctionalInterface
public interface GcListener {

	/**
	 * A collection has ended. With Flight Recorder events come one to two seconds later,
	 * with exact durations; without it at once.
	 * @param event the collection
	 */
	void onGc(GcEvent event);

}
