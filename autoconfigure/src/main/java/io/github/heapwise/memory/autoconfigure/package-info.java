/**
 * Wiring of what the process holds.
 */
@NullMarked
package io.github.heapwise.memory.autoconfigure;

import org.jspecify.annotations.NullMarked;
