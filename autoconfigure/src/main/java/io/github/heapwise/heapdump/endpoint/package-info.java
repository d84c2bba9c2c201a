/**
 * Actuator endpoint that takes, lists and serves dumps of the heap.
 */
@NullMarked
package io.github.heapwise.heapdump.endpoint;

import org.jspecify.annotations.NullMarked;
