/**
 * Heap dumps as files: reads the HPROF format record by record and takes the contents out
 * of a dump.
 */
@NullMarked
package io.github.heapwise.hprof;

import org.jspecify.annotations.NullMarked;
