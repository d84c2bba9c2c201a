package io.github.heapwise.jvm;

import java.lang.management.MemoryPoolMXBean;
import java.util.Map;

/**
 * What a memory pool is for, whatever the collector calls it. The only place that knows
 * the names.
 */
public enum PoolRole {

	/** Where objects are allocated. */
	EDEN,

	/** Objects that outlived a collection or more. */
	SURVIVOR,

	/** Objects that stay, and all of a heap without generations. */
	OLD,

	/** What the JVM knows of classes. */
	METASPACE,

	/** The part of it that objects point to. */
	CLASS_SPACE,

	/** Compiled code. */
	CODE_CACHE,

	/** A pool this version does not know. */
	OTHER;

	private static final String CODE_HEAP = "CodeHeap ";

	private static final Map<String, PoolRole> BY_NAME = Map.ofEntries(
			// Serial
			Map.entry("Eden Space", EDEN), Map.entry("Survivor Space", SURVIVOR), Map.entry("Tenured Gen", OLD),
			// Parallel
			Map.entry("PS Eden Space", EDEN), Map.entry("PS Survivor Space", SURVIVOR), Map.entry("PS Old Gen", OLD),
			// G1
			Map.entry("G1 Eden Space", EDEN), Map.entry("G1 Survivor Space", SURVIVOR), Map.entry("G1 Old Gen", OLD),
			// ZGC, without and with generations
			Map.entry("ZHeap", OLD), Map.entry("ZGC Young Generation", EDEN), Map.entry("ZGC Old Generation", OLD),
			// Shenandoah, without and with generations
			Map.entry("Shenandoah", OLD), Map.entry("Shenandoah Young Gen", EDEN), Map.entry("Shenandoah Old Gen", OLD),
			// Epsilon
			Map.entry("Epsilon Heap", OLD),
			// every HotSpot JVM, the last with one code heap
			Map.entry("Metaspace", METASPACE), Map.entry("Compressed Class Space", CLASS_SPACE),
			Map.entry("CodeCache", CODE_CACHE));

	/**
	 * Return the role of a pool.
	 * @param name name of its {@link MemoryPoolMXBean}
	 * @return the role
	 */
	public static PoolRole of(String name) {
		return name.startsWith(CODE_HEAP) ? CODE_CACHE : BY_NAME.getOrDefault(name, OTHER);
	}

	/**
	 * Return whether a collection that leaves the pool out tells nothing about what is
	 * live.
	 * @return whether objects are born or young here
	 */
	public boolean isYoung() {
		return this == EDEN || this == SURVIVOR;
	}

}
