/**
 * What happened when, for features that join it: which thread served which route, and
 * when the collector stopped them all. Times are those of {@link System#nanoTime()}.
 */
@NullMarked
package io.github.heapwise.timeline;

import org.jspecify.annotations.NullMarked;
