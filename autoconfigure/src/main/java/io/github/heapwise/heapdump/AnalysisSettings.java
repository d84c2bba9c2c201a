package io.github.heapwise.heapdump;

import java.time.Duration;

/**
 * How to analyse dumps.
 *
 * @param mode where
 * @param automatic whether every dump is, rather than such as somebody asks for
 * @param timeout the longest time for one
 * @param showValues whether answers show texts and primitives, passwords and personal
 * data included
 */
public record AnalysisSettings(Mode mode, boolean automatic, Duration timeout, boolean showValues) {

	/**
	 * Where dumps are analysed.
	 */
	public enum Mode {

		/** In a process of its own, and in this one where that cannot be. */
		AUTO,

		/** In a process of its own or not at all. */
		CHILD,

		/** In this process, with one thread. */
		IN_PROCESS,

		/** Nowhere. */
		OFF

	}

}
