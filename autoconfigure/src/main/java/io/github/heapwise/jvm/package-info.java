/**
 * What this JVM tells about itself: exact counters and clocks.
 */
@NullMarked
package io.github.heapwise.jvm;

import org.jspecify.annotations.NullMarked;
