package io.github.heapwise.diagnosis;

import org.jspecify.annotations.Nullable;

/**
 * A number that a judgement rests on.
 *
 * @param signal what was measured, in words
 * @param observed the number
 * @param threshold what it was compared with, {@code null} for a number that only
 * explains
 * @param unit its unit: {@code bytes}, {@code bytes/s}, {@code bytes/h}, {@code ms},
 * {@code ratio}, {@code count}, {@code count/s}
 * @param span when it was measured
 * @param series how it moved, {@code null} where that cannot be drawn
 */
public record Evidence(String signal, double observed, @Nullable Double threshold, String unit, TimeSpan span,
		@Nullable Series series) {

}
