/**
 * Runs the analysis of a heap dump: in a process of its own, or here where there cannot
 * be one.
 */
@NullMarked
package io.github.heapwise.heapdump.analysis;

import org.jspecify.annotations.NullMarked;
