/**
 * What the garbage collector does: every collection as an event, and what follows from
 * many of them.
 */
@NullMarked
package io.github.heapwise.gc;

import org.jspecify.annotations.NullMarked;
