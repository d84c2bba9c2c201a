/**
 * Wiring of what the collector does.
 */
@NullMarked
package io.github.heapwise.gc.autoconfigure;

import org.jspecify.annotations.NullMarked;
