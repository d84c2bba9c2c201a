/**
 * Who waits, and for how long: the whole process, tasks of pools, event loops.
 */
@NullMarked
package io.github.heapwise.latency;

import org.jspecify.annotations.NullMarked;
