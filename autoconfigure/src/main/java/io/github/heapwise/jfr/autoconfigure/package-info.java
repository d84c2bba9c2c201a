/**
 * Wiring of the shared recording.
 */
@NullMarked
package io.github.heapwise.jfr.autoconfigure;

import org.jspecify.annotations.NullMarked;
