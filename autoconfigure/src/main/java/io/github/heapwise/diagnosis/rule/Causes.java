package io.github.heapwise.diagnosis.rule;

import java.util.Set;

import io.github.heapwise.diagnosis.CollectionSignal;

/**
 * Tells why a collection ran: the one place that knows the words of the JVM.
 */
final class Causes {

	private static final String EXPLICIT = "System.gc()";

	private static final String HUMONGOUS = "G1 Humongous Allocation";

	private static final String STALL = "Allocation Stall";

	private static final Set<String> ASKED = Set.of(EXPLICIT, "Diagnostic Command", "Heap Dump Initiated GC",
			"Heap Inspection Initiated GC", "JvmtiEnv ForceGarbageCollection");

	// Classes were loaded, mostly at the start: it says nothing of the heap.
	private static final Set<String> OF_METASPACE = Set.of("Metadata GC Threshold", "Metadata GC Clear Soft References",
			"CodeCache GC Threshold", "CodeCache GC Aggressive");

	private Causes() {
	}

	static boolean isExplicit(CollectionSignal collection) {
		return collection.cause().equals(EXPLICIT);
	}

	static boolean isHumongous(CollectionSignal collection) {
		return collection.cause().equals(HUMONGOUS);
	}

	static boolean isStall(CollectionSignal collection) {
		return collection.cause().equals(STALL);
	}

	/**
	 * Return whether the heap was the reason, not somebody who asked for a collection.
	 * @param collection the collection
	 * @return whether the application needed it
	 */
	static boolean isNeeded(CollectionSignal collection) {
		return !ASKED.contains(collection.cause()) && !OF_METASPACE.contains(collection.cause());
	}

}
