/**
 * Who holds what in a heap dump: indexes its objects, finds their distance from the
 * roots, what dominates them and how much they retain, in memory that does not grow with
 * the dump.
 */
@NullMarked
package io.github.heapwise.heapgraph;

import org.jspecify.annotations.NullMarked;
