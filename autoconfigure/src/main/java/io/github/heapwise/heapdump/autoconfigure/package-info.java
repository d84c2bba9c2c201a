/**
 * Wiring of heap dumps.
 */
@NullMarked
package io.github.heapwise.heapdump.autoconfigure;

import org.jspecify.annotations.NullMarked;
