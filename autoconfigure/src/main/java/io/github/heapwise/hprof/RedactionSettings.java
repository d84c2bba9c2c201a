package io.github.heapwise.hprof;

import java.util.Set;

/**
 * What stays in a redacted dump.
 *
 * @param keepThreadNames whether names of threads stay
 * @param keptClasses names of classes, as in source code with {@code $} for nested ones,
 * that keep the values of the primitive fields they declare, static ones included
 */
public record RedactionSettings(boolean keepThreadNames, Set<String> keptClasses) {

	/**
	 * Nothing stays.
	 */
	public static final RedactionSettings STRICT = new RedactionSettings(false, Set.of());

	public RedactionSettings {
		keptClasses = Set.copyOf(keptClasses);
	}

}
