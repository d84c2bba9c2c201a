/**
 * Endpoint of who waits.
 */
@NullMarked
package io.github.heapwise.latency.endpoint;

import org.jspecify.annotations.NullMarked;
