package io.github.heapwise.heapview;

import org.jspecify.annotations.Nullable;

/**
 * Why an object is alive by itself.
 *
 * @param kind the reason: {@code thread}, {@code java-frame}, {@code jni-global},
 * {@code system-class} and so on
 * @param thread names the thread that holds it, {@code null} if no known one does
 * @param threadName its name, {@code null} where it is not known
 * @param frame depth of the frame that holds it, {@code null} for none
 */
public record RootRow(String kind, @Nullable String thread, @Nullable String threadName, @Nullable Integer frame) {

}
