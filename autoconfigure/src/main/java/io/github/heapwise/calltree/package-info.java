/**
 * Call trees of weighted stacks: built, scaled, pruned, and written in the formats that
 * viewers read.
 */
@NullMarked
package io.github.heapwise.calltree;

import org.jspecify.annotations.NullMarked;
