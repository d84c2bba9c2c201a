/**
 * Rows of figures of the last minutes.
 */
@NullMarked
package io.github.heapwise.history;

import org.jspecify.annotations.NullMarked;
