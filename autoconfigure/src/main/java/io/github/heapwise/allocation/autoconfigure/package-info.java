/**
 * Wiring of allocation profiling.
 */
@NullMarked
package io.github.heapwise.allocation.autoconfigure;

import org.jspecify.annotations.NullMarked;
