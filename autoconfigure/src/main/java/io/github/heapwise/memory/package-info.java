/**
 * What the process holds: heap, pools, buffers, native memory, and the limit it must stay
 * below, now and over the last minutes.
 */
@NullMarked
package io.github.heapwise.memory;

import org.jspecify.annotations.NullMarked;
