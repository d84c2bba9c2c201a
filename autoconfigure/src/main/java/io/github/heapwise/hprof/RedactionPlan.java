package io.github.heapwise.hprof;

import org.jspecify.annotations.Nullable;

/**
 * What has to be known of a whole dump before its first record can be redacted.
 *
 * @param range what of the dump is whole
 * @param truncation what the dump misses, {@code null} if nothing
 * @param names ids of the texts to keep
 * @param layouts where in an object the primitives are
 * @param keptClasses ids of the classes whose primitives stay
 * @param keptObjects ids of the objects and arrays whose primitives stay
 * @param checkpoints where redaction can start
 */
record RedactionPlan(HprofRange range, @Nullable Truncation truncation, LongIndex names, FieldLayouts layouts,
		LongIndex keptClasses, LongIndex keptObjects, Checkpoints checkpoints) {

	long bytes() {
		return this.range.to();
	}

}
