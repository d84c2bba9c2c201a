package io.github.heapwise.heapdump;

import java.time.Instant;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

/**
 * What takes dumps by itself.
 *
 * @param threshold limits of memory
 * @param schedule returns the first planned time after another or {@code null} if there
 * is none; {@code null} for no schedule
 * @param signal name of a signal of the operating system, a
 * {@linkplain SignalName#checked checked} one, {@code null} for none
 * @param onOutOfMemory whether the JVM is to write a dump when it runs out of memory
 */
public record TriggerSettings(ThresholdSettings threshold, @Nullable UnaryOperator<@Nullable Instant> schedule,
		@Nullable String signal, boolean onOutOfMemory) {

}
